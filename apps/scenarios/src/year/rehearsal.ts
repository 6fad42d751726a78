/** A plan as the replay driver plays it. */
import type { Course } from '../replay/days.js';
import type { Task } from '../replay/performer.js';
import type { Rehearsal } from '../replay/rehearsal.js';
import { clueMoves } from './clue.moves.js';
import { onsiteMoves } from './onsite.moves.js';
import { planningMoves } from './planning.moves.js';
import { rectificationMoves } from './rectification.moves.js';
import { registerFile } from './register.js';
import type { Act, Plan, Step, Track } from './steps.js';
import { talentMoves } from './talent.moves.js';

export function rehearse(
  plan: Plan,
  { abbreviation, expected, later = {} }: Pick<Rehearsal, 'abbreviation' | 'expected'> & { later?: Later },
): Rehearsal {
  const registrar = plan.people.find(({ grants }) => grants.some(({ role }) => role === 'office'))!;
  return {
    name: plan.siteName,
    abbreviation,
    from: plan.from,
    until: plan.until,
    people: plan.people,
    register: registerFile(plan.organizations),
    registrar: registrar.key,
    courses: plan.tracks.map(courseOf),
    expected,
    later,
  };
}

type Later = Rehearsal['later'];
type AnyMove = (step: Step, turn: Parameters<Task['move']>[0]) => ReturnType<Task['move']>;
const moves = {
  ...planningMoves,
  ...talentMoves,
  ...onsiteMoves,
  ...clueMoves,
  ...rectificationMoves,
} as Record<Act['act'], AnyMove>;

/** Refusals that end by themselves, once what another service did has been heard of. */
const waits: Partial<Record<Act['act'], readonly string[]>> = {
  hearReport: ['report.hearing-unknown'],
  // Every organization has its case (rules.md 12).
  closeRound: ['flow.refused', 'round.assignments-open'],
};

function courseOf({ key, steps }: Track): Course {
  return {
    tasks: steps.map((step, index) => ({
      key: `${key}#${index}-${step.act}`,
      on: step.on,
      by: step.by,
      waitsFor: waits[step.act],
      move: (turn) => moves[step.act](step, turn),
    })),
  };
}
