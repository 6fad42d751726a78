import { Injectable } from '@nestjs/common';
import type { Id } from '@xuncha/domain-kit';
import { Act, sameColumns, Store } from '@xuncha/service-kit';
import * as recusal from './recusal.js';
import { RecusalRow } from './recusal.row.js';

@Injectable()
export class RecusalStore extends Store<recusal.Recusal, RecusalRow> {
  constructor() {
    super({
      aggregate: 'talent.recusal',
      row: RecusalRow,
      organization: 'organizationId',
      team: 'teamId',
      ...sameColumns(),
    });
  }

  /** From now on these breaches stand for the team, and no others. */
  async settle(act: Act, teamId: Id, breaches: readonly recusal.Breach[]): Promise<void> {
    const byItself = itself(act);
    const known = await this.find(byItself, { where: { teamId } });
    const due = new Set(breaches.map(recusal.recusalIdOf));
    for (const { id, state } of known)
      if (state === 'found' && !due.has(id))
        await this.change(byItself, { id }, (before) => recusal.end(before, act.on));
    for (const breach of breaches) {
      const before = known.find(({ id }) => id === recusal.recusalIdOf(breach));
      if (!before) await this.add(byItself, recusal.find(breach, act.on));
      else if (before.state === 'ended')
        await this.change(byItself, { id: before.id }, (it) => recusal.findAgain(it, breach, act.on));
    }
  }
}

/** What follows from a person's act is found whether or not that person may know of it. */
function itself(act: Act): Act {
  const { runtime, who, access, moment } = act;
  const same = new Act(runtime, { ...who, permission: null }, { ...access, recused: new Set() }, moment);
  same.cause = act.cause;
  same.on = act.on;
  return same;
}
