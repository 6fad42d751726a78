/** Standing teams of one site, and who else is in its pool. */
import { inspectorRecord } from '../year/inspector.js';
import type { Key, Person, Round, Team, Training } from '../year/plan.types.js';

const teamSize = 6;
/** In the pool, and not of the full-time force. */
const borrowed = 2;
const byCity: Training = { course: 'city-course-2017', heldBy: 'city' };
const outside: Training = { course: 'provincial-course-2017', heldBy: 'outside' };
const ordinals = ['一', '二', '三', '四', '五'];

export interface Force {
  readonly of: 'city' | 'county';
  readonly teams: number;
  readonly fullTime: number;
  /** How many took the city's course, and how many one held elsewhere. */
  readonly trainedByCity: number;
  readonly trainedOutside: number;
  /** Townships that they come from, one for each team. */
  readonly homes: readonly Key[];
}

export function makeInspectors({
  of,
  fullTime,
  trainedByCity,
  trainedOutside,
  homes,
  teams,
}: Force): Person[] {
  return Array.from({ length: fullTime + borrowed }, (_, index): Person => {
    const key = inspector(index);
    const trainings = [
      ...(index < trainedByCity ? [byCity] : []),
      ...(index < trainedOutside ? [outside] : []),
    ];
    const force = index < fullTime ? 'fullTime' : 'borrowed';
    const home = homes[Math.floor(index / teamSize) % teams];
    const record = inspectorRecord(index, { of, force, home, trainings });
    return { key, name: `演示甲${key.slice(-3)}`, grants: [], inspector: record };
  });
}

function inspector(index: number): Key {
  return `inspector-${String(index + 1).padStart(3, '0')}`;
}

export function standingTeam(team: number, round: Round): Team {
  const seats = Array.from({ length: teamSize }, (_, seat) => inspector(team * teamSize + seat));
  const [leader, deputy, ...members] = seats as [Key, Key, ...Key[]];
  const designation = `第${ordinals[team]}巡察组`;
  return { key: `${round.key}/team-${team + 1}`, round: round.key, designation, leader, deputy, members };
}
