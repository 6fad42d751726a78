/** A session that hears the results of rounds, recorded with its decisions: one record, whatever number of rounds or batches it heard (RA17-12). */
import { decide, hearingHeld, type Decision, type HearingBody } from '@xuncha/contracts';
import { refuseIf, refuseUnless, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Round } from '../round/round.js';

export interface Session {
  readonly body: HearingBody;
  readonly heldOn: BusinessDate;
  readonly decisions: string[];
}
export interface Hearing extends Session {
  readonly id: Id;
  readonly roundIds: Id[];
}

const heard: readonly Round['state'][] = ['underway', 'reporting', 'closed'];

export function hold(id: Id, session: Session, rounds: readonly Round[]): Decision<Hearing> {
  const roundIds = rounds.map((round) => round.id);
  refuseIf(new Set(roundIds).size < roundIds.length, 'hearing.round-twice');
  for (const { state, ledBy, name } of rounds) {
    refuseUnless(heard.includes(state), 'hearing.round-not-underway', { name, state });
    // RA17-7
    const others = session.body === 'townshipCommittee' && ledBy !== 'township';
    refuseIf(others, 'hearing.not-led-by-township', { name });
  }
  const { body, heldOn } = session;
  return decide({ id, ...session, roundIds }, hearingHeld({ hearingId: id, body, heldOn, roundIds }));
}
