/**
 * What somebody has typed into a form and not sent. Its beginning and its end are events; what is typed stands beside it and changes every
 * few seconds, as renewals do beside a session (decisions/0002).
 */
import {
  allContracts,
  decide,
  draftBegun,
  draftEnded,
  type Decision,
  type DraftEndedBecause,
  type Permission,
} from '@xuncha/contracts';
import { defineFlow, refuseIf, step, type Id, type StateOf } from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'identity.draft',
  initial: 'open',
  states: {
    open: { end: 'ended' },
    ended: {},
  },
});

/** The longest report with its evaluation and a hundred pieces of evidence fits into it. */
export const MOST_BYTES = 256 * 1024;
/** Of one account in one site, at once. */
export const MOST_DRAFTS = 50;
export const KEPT_DAYS = 30;

export interface Draft {
  readonly id: Id;
  readonly accountId: Id;
  /** Keyed hash of account and form; null once it has ended. */
  readonly form: string | null;
  readonly state: StateOf<typeof flow>;
}

export function begin(
  id: Id,
  { accountId, form }: { accountId: Id; form: string },
  others: number,
): Decision<Draft> {
  refuseIf(others >= MOST_DRAFTS, 'draft.too-many', { most: MOST_DRAFTS });
  return decide({ id, accountId, form, state: flow.initial }, draftBegun({ draftId: id }));
}

export function end(draft: Draft, because: DraftEndedBecause): Decision<Draft> {
  const state = step(flow, draft.state, 'end');
  return decide({ ...draft, form: null, state }, draftEnded({ draftId: draft.id, because }));
}

/** How often it was kept, and in which session last. */
export interface Kept {
  readonly seen: number;
  readonly sessionId: Id | null;
}
export interface Keeping {
  readonly seen: number | undefined;
  readonly sessionId: Id | null;
}

/** Whoever keeps knows what is there, or left it there in this same session; what another machine left is not overwritten unseen. */
export function refuseUnseen(kept: Kept | null, { seen, sessionId }: Keeping): void {
  refuseIf(!kept && seen !== undefined, 'draft.gone');
  const isFromHere = sessionId !== null && kept?.sessionId === sessionId;
  refuseIf(kept !== null && kept.seen !== seen && !isFromHere, 'draft.newer');
}

export function refuseTooLarge(content: string): void {
  refuseIf(Buffer.byteLength(content) > MOST_BYTES, 'draft.too-large', { most: MOST_BYTES });
}

/** Undefined where nothing is kept of it: passwords and codes are told without a permission. */
export function permissionOf(command: string): Permission | undefined {
  const form = allContracts().find(({ kind, name }) => kind === 'command' && name === command);
  return form && 'permission' in form ? form.permission : undefined;
}

/** By which grants somebody may tell a command, and from whom they stay away. */
export interface Reach {
  readonly grants: readonly string[];
  readonly recused: readonly Id[];
}

/**
 * Whether whatever could be opened by the one reach can be opened by the other: only then is a draft read again, since it may quote the
 * record it was typed beside.
 */
export function isWithin(then: Reach, now: Reach): boolean {
  return (
    then.grants.every((grant) => now.grants.includes(grant)) &&
    now.recused.every((organizationId) => then.recused.includes(organizationId))
  );
}
