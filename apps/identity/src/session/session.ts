/** A person at work from signing in to signing out. Where it merely ran out, nothing is written: that is compared with the time. */
import {
  decide,
  sessionEnded,
  sessionOpened,
  type Decision,
  type EndedBecause,
  type SignedInBy,
} from '@xuncha/contracts';
import { allows, defineFlow, step, type Id, type StateOf } from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'identity.session',
  initial: 'open',
  states: {
    open: { end: 'ended' },
    ended: {},
  },
});

/** Without a renewal for so long it has run out. */
export const IDLE_MS = 30 * 60_000;
/** However busy it is. */
export const LONGEST_MS = 12 * 3600_000;

export interface Session {
  readonly id: Id;
  readonly accountId: Id;
  readonly signedInBy: SignedInBy;
  /** Address that it was opened from, where it is known. */
  readonly origin: string | null;
  readonly openedAt: Date;
  /** At the latest. */
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly endedBecause: EndedBecause | null;
  readonly state: StateOf<typeof flow>;
}
export type Opening = Pick<Session, 'accountId' | 'signedInBy' | 'origin'>;

export function open(id: Id, opening: Opening, now: Date): Decision<Session> {
  const endsAt = new Date(now.getTime() + LONGEST_MS);
  const { accountId, signedInBy: by } = opening;
  return decide(
    { id, ...opening, openedAt: now, endsAt, endedAt: null, endedBecause: null, state: flow.initial },
    sessionOpened({ sessionId: id, accountId, by }),
  );
}

export function end(
  session: Session,
  because: NonNullable<Session['endedBecause']>,
  now: Date,
): Decision<Session> {
  const { id: sessionId, accountId } = session;
  const state = step(flow, session.state, 'end');
  return decide(
    { ...session, endedAt: now, endedBecause: because, state },
    sessionEnded({ sessionId, accountId, because }),
  );
}

/** With the end of something else; whoever signed out at the same moment is signed out already. */
export function endLikewise(
  session: Session,
  because: NonNullable<Session['endedBecause']>,
  now: Date,
): Decision<Session> {
  return allows(flow, session.state, 'end') ? end(session, because, now) : decide(session);
}

/** `renewedAt`: when its secret was last exchanged; null where there is none to exchange. */
export function hasRunOut({ endsAt }: Pick<Session, 'endsAt'>, renewedAt: Date | null, now: Date): boolean {
  return !renewedAt || now >= endsAt || now.getTime() >= renewedAt.getTime() + IDLE_MS;
}
