/** The year 2017 of Ruian as the replay driver plays it. */
import type { Course } from '../replay/days.js';
import type { Rehearsal } from '../replay/rehearsal.js';
import type { Task } from '../replay/performer.js';
import { expectedFigures, laterFigures } from './figures.js';
import { onsiteMoves } from './onsite.moves.js';
import { makePlan } from './plan.js';
import type { Organization } from './plan.types.js';
import { planningMoves } from './planning.moves.js';
import { rectificationMoves } from './rectification.moves.js';
import type { Act, Step, Track } from './steps.js';

export function rehearseRuian2017(options: { seed: number; scale: number }): Rehearsal {
  const plan = makePlan(options);
  const registrar = plan.people.find(({ grants }) => grants.some(({ role }) => role === 'office'))!;
  return {
    name: plan.siteName,
    abbreviation: '瑞',
    from: plan.from,
    until: plan.until,
    people: plan.people,
    register: registerFile(plan.organizations),
    registrar: registrar.key,
    courses: plan.tracks.map(courseOf),
    expected: expectedFigures(options.scale),
    later: laterFigures,
  };
}

type AnyMove = (step: Step, turn: Parameters<Task['move']>[0]) => ReturnType<Task['move']>;
const moves = { ...planningMoves, ...onsiteMoves, ...rectificationMoves } as Record<Act['act'], AnyMove>;

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

function registerFile(organizations: readonly Organization[]): string {
  const rows = organizations.map(({ key, name, kind, parent, divisionCode, head, headSince }) => [
    key,
    name,
    kind,
    parent,
    divisionCode,
    head,
    headSince,
  ]);
  const header = ['code', 'name', 'kind', 'parentCode', 'divisionCode', 'head', 'headSince'];
  return `${[header, ...rows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\n')}\n`;
}
