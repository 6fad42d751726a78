/** From where a call comes and what it asks to be allowed: what the journal says of a change beside who and what. */
import type { Permission } from '@xuncha/contracts';
import { idToBytes, isId, type Id } from '@xuncha/domain-kit';
import type { Caller, Scope } from './caller.js';
import type { TokenClaims } from './tokens.js';

/** Absent where the system itself acts. */
export interface Provenance {
  /** The client's address as the gateway saw it. */
  readonly origin?: string | undefined;
  /** The session that the token belongs to. */
  readonly session?: Id | undefined;
  /** The permission of the contract that was called, also where the work goes on with other rights. */
  readonly asked?: Permission | undefined;
}

const ADDRESS = /^[0-9A-Fa-f:.]{2,45}$/;

/** Of a request and the claims of its token. What is no address or no id is left out rather than kept. */
export function provenanceOf(
  { origin }: { readonly origin: string | undefined },
  claims?: TokenClaims,
  asked?: Permission,
): Provenance {
  const sid = claims?.sid;
  return {
    origin: origin && ADDRESS.test(origin) ? origin : undefined,
    session: sid && isId(sid) ? sid : undefined,
    asked,
  };
}

/** As the journal keeps it. The roles are those that give the permission and reach the record. */
export function provenanceColumns(act: Caller, scope: Scope | undefined): unknown[] {
  const { origin, session, asked } = act.moment;
  const roles = asked && act.rolesFor(asked, scope).join(',');
  return [asked ?? null, roles || null, origin ?? null, session ? idToBytes(session) : null];
}
