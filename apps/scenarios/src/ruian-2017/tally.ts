import type { Finding, Key, Organization, Outcome, Round, Team } from './plan.types.js';
import type { Plan, Step, StepOf } from './steps.js';
import { keyProject, livelihood, violation } from './taxonomies.js';

/**
 * What the plan comes to, counted step by step as FIGURES.md defines it and without the generator's own numbers. Insight is
 * compared with the published figures, never with this.
 */
export function tally(plan: Plan): Record<string, number> {
  return new Tally(plan).figures();
}

interface Visited {
  readonly organization: Organization;
  readonly round: Round;
  readonly team: Team;
}

class Tally {
  private readonly steps: readonly Step[];
  private readonly organizations: ReadonlyMap<Key, Organization>;
  private readonly rounds: ReadonlyMap<Key, Round>;
  private readonly visited: ReadonlyMap<Key, Visited>;
  private readonly findings: readonly (Finding & Visited)[];
  private readonly outcomes: readonly (Outcome & Visited)[];

  constructor(private readonly plan: Plan) {
    this.steps = plan.tracks
      .flatMap((track) => track.steps)
      .filter((step) => step.on >= plan.from && step.on <= plan.until)
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    this.organizations = new Map(plan.organizations.map((row) => [row.key, row]));
    this.rounds = new Map(this.all('draftRound').map(({ round }) => [round.key, round]));
    this.visited = this.entries();
    this.findings = this.countingFindings();
    this.outcomes = this.outcomesOfItems();
  }

  figures(): Record<string, number> {
    return {
      ...this.organizationsInspected(),
      ...this.solved(),
      ...this.sessions(),
      ...this.ofRounds(),
      ...this.ofOutcomes(),
    };
  }

  private all<A extends Step['act']>(act: A): StepOf<A>[] {
    return this.steps.filter((step): step is StepOf<A> => step.act === act);
  }

  private entries(): Map<Key, Visited> {
    const assignments = new Map(
      this.all('planAssignment').map(({ assignment }) => [assignment.key, assignment]),
    );
    return new Map(
      this.all('enter').map(({ inspection }) => {
        const assignment = assignments.get(inspection.assignment)!;
        return [
          inspection.key,
          {
            organization: this.organizations.get(inspection.organization)!,
            round: this.rounds.get(assignment.round)!,
            team: assignment.team,
          },
        ];
      }),
    );
  }

  private countingFindings() {
    const withdrawn = new Set<Key>(
      [...this.all('mergeFinding'), ...this.all('dropFinding')].map((step) => step.finding),
    );
    return this.all('confirmFinding')
      .filter(({ finding }) => !withdrawn.has(finding.key))
      .map(({ finding, inspection }) => ({ ...finding, ...this.visited.get(inspection)! }));
  }

  private outcomesOfItems() {
    const items = [
      ...this.all('draftPlan').flatMap((step) => step.items),
      ...this.all('planItem').map((step) => step.item),
    ];
    const findingOf = new Map(items.map((item) => [item.key, item.finding]));
    const findings = new Map(this.findings.map((finding) => [finding.key, finding]));
    return this.all('recordOutcome').map(({ outcome }) => {
      const { organization, round, team } = findings.get(findingOf.get(outcome.item)!)!;
      return { ...outcome, organization, round, team };
    });
  }

  private organizationsInspected() {
    const inspected = new Set(
      this.county([...this.visited.values()]).map(({ organization }) => organization),
    );
    const byKind: Record<string, number> = {};
    for (const { kind } of inspected) {
      const key = `organizationsInspected.${kind}`;
      byKind[key] = (byKind[key] ?? 0) + 1;
    }
    return byKind;
  }

  /** Township-led rounds stand beside everything else. */
  private county<T extends Visited>(records: readonly T[]): T[] {
    return records.filter(({ round }) => round.ledBy !== 'township');
  }

  private solved() {
    const closed = new Map<Key, boolean>();
    for (const step of this.steps) {
      if (step.act === 'closeItem') closed.set(step.item, true);
      if (step.act === 'reopenItem') closed.set(step.item, false);
    }
    const items = [
      ...this.all('draftPlan').flatMap((step) => step.items),
      ...this.all('planItem').map((step) => step.item),
    ];
    const solved = new Set(items.filter((item) => closed.get(item.key)).map((item) => item.finding));
    const counted = this.county(this.findings).filter((finding) => solved.has(finding.key));
    return {
      livelihoodProblemsSolved: counted.filter(({ classes }) => classes.includes(livelihood)).length,
      keyProjectProblemsSolved: counted.filter(({ classes }) => classes.includes(keyProject)).length,
    };
  }

  private sessions() {
    const bodies = this.all('holdHearing').map(({ hearing }) => hearing.body);
    return {
      'hearings.standingCommittee': bodies.filter((body) => body === 'standingCommittee').length,
      'hearings.leadingOrFivePersonGroup': bodies.filter(
        (body) => body === 'leadingGroup' || body === 'fivePersonGroup',
      ).length,
    };
  }

  private ofRounds() {
    const entered = this.county([...this.visited.values()]);
    const joint = this.findings.filter(({ round }) => round.joint);
    const inspectors = new Set(
      this.plan.people.filter((one) => one.inspectorOf === 'county').map((one) => one.key),
    );
    const members = entered.flatMap(({ team }) => [team.leader, team.deputy, ...team.members]);
    const routine = this.county(this.findings).filter(({ round }) => round.kind === 'routine');
    const lookedBack = entered.filter(({ round }) => round.kind === 'lookBack');
    return {
      teams: new Set(entered.map(({ team }) => team.designation)).size,
      inspectors: new Set(members.filter((member) => inspectors.has(member))).size,
      lookBackRounds: new Set(lookedBack.map(({ round }) => round)).size,
      'routine.violationFindings': routine.filter(({ classes }) => classes.includes(violation)).length,
      'joint.organizations': new Set(
        entered.filter(({ round }) => round.joint).map(({ organization }) => organization),
      ).size,
      'joint.findings': joint.length,
      'joint.amountInvolvedYuan': sum(joint.map(({ amountInvolved }) => amountInvolved)) / 100,
      'townshipLed.findings': this.findings.filter(({ round }) => round.ledBy === 'township').length,
    };
  }

  private ofOutcomes() {
    const systems = this.outcomes.filter(({ kind }) => kind === 'systemImproved');
    const poverty = this.outcomes.filter(({ round }) => round.theme?.code === 'poverty-relief');
    const persons = poverty
      .filter(({ kind }) => kind === 'accountability')
      .flatMap((outcome) => outcome.persons ?? []);
    const recovered = poverty.filter(({ kind }) => kind === 'moneyRecovered').map(({ amount }) => amount);
    return {
      systemsImproved: this.county(systems).length,
      'townshipLed.systems': systems.length - this.county(systems).length,
      'poverty.personsHeldAccountable': new Set(persons).size,
      'poverty.lossRecoveredYuan': sum(recovered) / 100,
    };
  }
}

function sum(amounts: readonly (number | undefined)[]): number {
  return amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
}
