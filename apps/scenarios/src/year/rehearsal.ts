/** A plan as the replay driver plays it. */
import type { Course } from '../replay/days.js';
import type { Task } from '../replay/performer.js';
import type { SiteRehearsal } from '../replay/rehearsal.js';
import { clueMoves } from './clue.moves.js';
import { linkageMoves } from './linkage.moves.js';
import { onsiteMoves } from './onsite.moves.js';
import { planningMoves } from './planning.moves.js';
import { rectificationMoves } from './rectification.moves.js';
import { registerFile } from './register.js';
import type { Act, Plan, Step, Track } from './steps.js';
import { talentMoves } from './talent.moves.js';

/** `key` is what other sites of the rehearsal call this one. */
export function rehearsedSite(plan: Plan, { key, abbreviation }: Name): SiteRehearsal {
  const registrar = plan.people.find(({ grants }) => grants.some(({ role }) => role === 'office'))!;
  return {
    key,
    name: plan.siteName,
    abbreviation,
    from: plan.from,
    until: plan.until,
    people: plan.people,
    register: registerFile(plan.organizations),
    registrar: registrar.key,
    courses: plan.tracks.map(courseOf),
    finale: plan.finale && courseOf(plan.finale),
  };
}

type Name = Pick<SiteRehearsal, 'key' | 'abbreviation'>;
type AnyMove = (step: Step, turn: Parameters<Task['move']>[0]) => ReturnType<Task['move']>;
const moves = {
  ...planningMoves,
  ...talentMoves,
  ...onsiteMoves,
  ...clueMoves,
  ...rectificationMoves,
  ...linkageMoves,
} as Record<Act['act'], AnyMove>;

/** Refusals that end by themselves, once what another service did has been heard of. */
const waits: Partial<Record<Act['act'], readonly string[]>> = {
  hearReport: ['report.hearing-unknown'],
  registerInspector: ['talent.organization-unknown'],
  proposeTeam: ['team.round-unknown'],
  checkTeam: ['team.without-assignment'],
  issueAssignment: ['team.not-authorized', 'team.not-cleared'],
  screenClue: ['clue.content-not-here'],
  // Every organization has its case (rules.md 12).
  closeRound: ['flow.refused', 'round.assignments-open'],
};

function courseOf({ key, steps }: Track): Course {
  return {
    tasks: steps.map((step, index) => ({
      // Together with the site it is the key of a request, which has room for a hundred characters.
      key: `${key}#${index}`,
      on: step.on,
      by: step.by,
      waitsFor: waits[step.act],
      move: (turn) => moves[step.act](step, turn),
    })),
  };
}
