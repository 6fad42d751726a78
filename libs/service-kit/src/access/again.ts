/** A person whose errand goes on without them: who they are is kept, what they may do is looked up again when it is done. */
import type { Permission } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Runtime } from '../runtime.js';
import { Act } from './act.js';
import type { Trace } from './caller.js';
import { askAbout, recognize } from './directory.js';
import type { Provenance } from './provenance.js';

export interface AskedBy {
  readonly account: Id;
  readonly permission: Permission | null;
  readonly trace: Trace;
  readonly provenance: Provenance;
}

export function askedBy(act: Act): AskedBy {
  const { trace, origin, session, asked } = act.moment;
  return {
    account: act.person,
    permission: act.who.permission,
    trace,
    provenance: { origin, session, asked },
  };
}

/** Refuses like the call did, except that the session may have ended since: whoever leaves does not take back what they asked for. */
export async function actAgain(
  runtime: Runtime,
  manager: EntityManager,
  { site, by }: { readonly site: string; readonly by: AskedBy },
): Promise<Act> {
  const asker = { ...by, site, home: site };
  const { sql, values } = askAbout({ ...asker, provenance: {} });
  const opened = (await manager.query(sql, [...values])) as unknown[];
  return recognize(Act, runtime, asker, { manager, opened });
}
