/**
 * What a plan comes to, counted step by step as FIGURES.md defines it and without the generator's own numbers. Insight is
 * compared with the published figures, never with this.
 */
import type { ClueOutcomeKind, Force, OrganizationKind, Round, Training } from './plan.types.js';
import { PlanRecords, type CountedClue, type Visited } from './records.js';
import type { Plan } from './steps.js';
import { keyProject, livelihood, violation } from './taxonomies.js';

type Rounds = (of: Visited) => boolean;

/** Township-led rounds stand beside everything else. */
const own: Rounds = ({ round }) => round.ledBy !== 'township';
const townshipLed: Rounds = ({ round }) => round.ledBy === 'township';
const joint: Rounds = (of) => own(of) && of.round.joint;
const poverty: Rounds = (of) => own(of) && of.round.theme?.code === 'poverty-relief';
const ofKind =
  (kind: Round['kind']): Rounds =>
  (of) =>
    own(of) && of.round.kind === kind;

type Definition = (records: PlanRecords) => number;

function distinct(things: Iterable<unknown>): number {
  return new Set(things).size;
}

function sum(amounts: readonly (number | undefined)[]): number {
  return amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
}

const inspected =
  (which: Rounds): Definition =>
  ({ visited }) =>
    distinct(visited.filter(which).map(({ organization }) => organization));
const inspectedOf = (...kinds: OrganizationKind[]) =>
  inspected((of) => own(of) && kinds.includes(of.organization.kind));
const findings =
  (which: Rounds, class_?: string): Definition =>
  (records) =>
    records.findings.filter((one) => which(one) && (!class_ || one.classes.includes(class_))).length;
const solved =
  (class_?: string): Definition =>
  (records) =>
    records.findings.filter(
      (one) => own(one) && records.solved.has(one.key) && (!class_ || one.classes.includes(class_)),
    ).length;
const outcomes =
  (kind: string, which: Rounds): Definition =>
  (records) =>
    records.outcomes.filter((one) => one.kind === kind && which(one)).length;
const accountable =
  (which: Rounds): Definition =>
  (records) =>
    distinct(
      records.outcomes
        .filter((one) => one.kind === 'accountability' && which(one))
        .flatMap((one) => one.persons ?? []),
    );
const yuan =
  (kind: string, which: Rounds): Definition =>
  (records) =>
    sum(records.outcomes.filter((one) => one.kind === kind && which(one)).map(({ amount }) => amount)) / 100;
const hearings =
  (...bodies: string[]): Definition =>
  (records) =>
    records.all('holdHearing').filter(({ hearing }) => bodies.includes(hearing.body)).length;
const clues =
  (which: (clue: CountedClue) => boolean): Definition =>
  (records) =>
    records.clues.filter(which).length;

/** Identities of those with one of the outcomes. */
function personsWith(clues: readonly CountedClue[], ...kinds: ClueOutcomeKind[]): string[] {
  return clues.flatMap((clue) =>
    clue.outcomes
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ persons }) => persons.map(({ identity }) => identity)),
  );
}
const persons =
  (which: Rounds, ...kinds: ClueOutcomeKind[]): Definition =>
  (records) =>
    distinct(personsWith(records.clues.filter(which), ...kinds));
/** A measure, and no sanction for the same matter. */
const organizational: Definition = (records) =>
  distinct(
    records.clues.filter(own).flatMap((clue) => {
      const sanctioned = new Set(personsWith([clue], 'sanction'));
      return personsWith([clue], 'measure').filter((person) => !sanctioned.has(person));
    }),
  );

const teams: Definition = ({ visited }) => distinct(visited.filter(own).map(({ team }) => team.designation));
const inspectors: Definition = ({ visited, people }) => {
  const ours = new Set(people.filter(({ inspector }) => inspector?.of === 'county').map(({ key }) => key));
  const members = visited.filter(own).flatMap(({ team }) => [team.leader, team.deputy, ...team.members]);
  return distinct(members.filter((member) => ours.has(member)));
};

const inPool =
  (force: Force): Definition =>
  (records) => {
    const pooled = new Set(records.all('poolInspector').map(({ person }) => person));
    return records.people.filter(({ key, inspector }) => pooled.has(key) && inspector?.force === force)
      .length;
  };
const trained =
  (heldBy: Training['heldBy']): Definition =>
  (records) =>
    distinct(
      records
        .all('trainInspector')
        .filter(({ training }) => training.heldBy === heldBy)
        .map(({ person }) => person),
    );

/** One definition for each figure, whichever place asks for it. */
const definitions: Readonly<Record<string, Definition>> = {
  organizationsInspected: inspected(own),
  'organizationsInspected.village': inspectedOf('village'),
  'organizationsInspected.municipalUnit': inspectedOf('municipalUnit'),
  'organizationsInspected.grassrootsStation': inspectedOf('grassrootsStation'),
  'organizationsInspected.keyProject': inspectedOf('keyProject'),
  'organizationsInspected.stateOwnedEnterprise': inspectedOf('stateOwnedEnterprise'),
  'organizationsInspected.township': inspectedOf('township'),
  'organizationsInspected.secondLevelBudgetUnitsAndVillages': inspectedOf('village', 'budgetUnit'),
  'special.organizationsInspected': inspected(ofKind('special')),
  findings: findings(own),
  findingsRectified: solved(),
  livelihoodProblemsSolved: solved(livelihood),
  keyProjectProblemsSolved: solved(keyProject),
  'routine.violationFindings': findings(ofKind('routine'), violation),
  'joint.organizations': inspected(joint),
  'joint.findings': findings(joint),
  'joint.amountInvolvedYuan': (records) =>
    sum(records.findings.filter(joint).map(({ amountInvolved }) => amountInvolved)) / 100,
  'townshipLed.findings': findings(townshipLed),
  systemsImproved: outcomes('systemImproved', own),
  'townshipLed.systems': outcomes('systemImproved', townshipLed),
  accountabilityCases: outcomes('accountability', own),
  accountabilityPersons: accountable(own),
  'poverty.personsHeldAccountable': accountable(poverty),
  'poverty.lossRecoveredYuan': yuan('moneyRecovered', poverty),
  teams,
  inspectors,
  fullTimeInspectors: inPool('fullTime'),
  trainedByCity: trained('city'),
  trainedOutside: trained('outside'),
  teamsFormed: ({ authorized }) => authorized.length,
  inspectorParticipations: ({ authorized }) => sum(authorized.map(({ team }) => 2 + team.members.length)),
  lookBackRounds: ({ visited }) => distinct(visited.filter(ofKind('lookBack')).map(({ round }) => round)),
  'hearings.standingCommittee': hearings('standingCommittee'),
  'hearings.leadingOrFivePersonGroup': hearings('leadingGroup', 'fivePersonGroup'),
  villagePopulation: ({ organizations }) =>
    [...organizations.values()].filter(({ kind }) => kind === 'village').length,
  villageCoveragePercent: (records) =>
    Math.round((inspectedOf('village')(records) * 100) / definitions.villagePopulation!(records)),
  casesOfMisconduct: clues(
    (clue) => own(clue) && personsWith([clue], 'filed', 'sanction', 'measure').length > 0,
  ),
  cluesTransferred: clues((clue) => own(clue) && clue.isDelivered),
  'joint.cluesConcluded': clues((clue) => joint(clue) && clue.isConcluded),
  'routine.cluesAssigned': clues((clue) => ofKind('routine')(clue) && clue.isReceived),
  'townshipLed.clues': clues(townshipLed),
  personsFiled: persons(own, 'filed'),
  'joint.personsFiled': persons(joint, 'filed'),
  personsHandled: persons(own, 'measure', 'sanction'),
  'personsHandled.organizational': organizational,
  'personsHandled.disciplinary': persons(own, 'sanction'),
  'personsHandled.judicial': persons(own, 'judicial'),
  'personsHandled.publiclyNamed': persons(own, 'namedPublicly'),
  'poverty.personsJudicial': persons(poverty, 'judicial'),
  'joint.personsJudicial': persons(joint, 'judicial'),
  'townshipLed.personsHandled': persons(townshipLed, 'measure', 'sanction', 'judicial'),
};

export function tally(plan: Plan, figures: readonly string[]): Record<string, number> {
  const records = new PlanRecords(plan);
  return Object.fromEntries(figures.map((figure) => [figure, definitions[figure]?.(records) ?? Number.NaN]));
}
