/** Seats of teams that talent composes: the plan names the seat, and the replay learns who sits there. */
import type { Key, Round, Team } from './plan.types.js';

const mark = 'seat:';

/** `seat:ROUND:DESIGNATION:NUMBER`; the first is the leader's, the second the deputy's. */
export function seatedTeam(round: Round, key: Key, designation: string, size: number): Team {
  const seats = Array.from({ length: size }, (_, index) => `${mark}${round.key}:${designation}:${index}`);
  const [leader, deputy, ...members] = seats as [Key, Key, ...Key[]];
  return { key, round: round.key, designation, leader, deputy, members };
}

export interface Seat {
  readonly round: Key;
  readonly designation: string;
  readonly index: number;
}

/** Undefined for a person. */
export function seatOf(by: Key): Seat | undefined {
  if (!by.startsWith(mark)) return undefined;
  const [round, designation, index] = by.slice(mark.length).split(':') as [string, string, string];
  return { round, designation, index: Number(index) };
}
