/** What the steps of a plan come to as records, without the generator's own numbers. */
import { grouped } from '../chance.js';
import type {
  Clue,
  ClueOutcome,
  Finding,
  Key,
  Organization,
  Outcome,
  Person,
  Round,
  Team,
} from './plan.types.js';
import type { Plan, Step, StepOf } from './steps.js';

export interface Visited {
  readonly organization: Organization;
  readonly round: Round;
  readonly team: Team;
}
export type CountedClue = Clue &
  Visited & {
    readonly outcomes: readonly ClueOutcome[];
    readonly isDelivered: boolean;
    readonly isReceived: boolean;
    readonly isConcluded: boolean;
  };

export class PlanRecords {
  readonly people: readonly Person[];
  readonly organizations: ReadonlyMap<Key, Organization>;
  readonly visited: readonly Visited[];
  /** Neither merged nor dropped. */
  readonly findings: readonly (Finding & Visited)[];
  readonly solved: ReadonlySet<Key>;
  readonly outcomes: readonly (Outcome & Visited)[];
  /** Those merged into others are counted there. */
  readonly clues: readonly CountedClue[];
  readonly authorized: readonly { readonly team: Team; readonly round: Round }[];
  private readonly steps: readonly Step[];
  private readonly byInspection: ReadonlyMap<Key, Visited>;

  constructor(plan: Plan) {
    this.people = plan.people;
    this.steps = plan.tracks
      .flatMap((track) => track.steps)
      .filter((step) => step.on >= plan.from && step.on <= plan.until)
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    this.organizations = new Map(plan.organizations.map((row) => [row.key, row]));
    const rounds = new Map(this.all('draftRound').map(({ round }) => [round.key, round]));
    this.byInspection = this.entries(rounds);
    this.visited = [...this.byInspection.values()];
    this.findings = this.countingFindings();
    this.solved = this.solvedFindings();
    this.outcomes = this.outcomesOfItems();
    this.clues = this.countedClues();
    this.authorized = this.all('authorizeTeam').map(({ team }) => ({ team, round: rounds.get(team.round)! }));
  }

  all<A extends Step['act']>(act: A): StepOf<A>[] {
    return this.steps.filter((step): step is StepOf<A> => step.act === act);
  }

  private entries(rounds: ReadonlyMap<Key, Round>): Map<Key, Visited> {
    const planned = this.all('planAssignment').map(({ assignment }) => assignment);
    const assignments = new Map(planned.map((assignment) => [assignment.key, assignment]));
    return new Map(
      this.all('enter').map(({ inspection }) => {
        const { round, team } = assignments.get(inspection.assignment)!;
        const organization = this.organizations.get(inspection.organization)!;
        return [inspection.key, { organization, round: rounds.get(round)!, team }];
      }),
    );
  }

  private countingFindings() {
    const withdrawn = new Set<Key>(
      [...this.all('mergeFinding'), ...this.all('dropFinding')].map((step) => step.finding),
    );
    return this.all('confirmFinding')
      .filter(({ finding }) => !withdrawn.has(finding.key))
      .map(({ finding, inspection }) => ({ ...finding, ...this.byInspection.get(inspection)! }));
  }

  private items() {
    return [
      ...this.all('draftPlan').flatMap((step) => step.items),
      ...this.all('planItem').map((step) => step.item),
    ];
  }

  private solvedFindings(): Set<Key> {
    const closed = new Map<Key, boolean>();
    for (const step of this.steps) {
      if (step.act === 'closeItem') closed.set(step.item, true);
      if (step.act === 'reopenItem') closed.set(step.item, false);
    }
    return new Set(
      this.items()
        .filter((item) => closed.get(item.key))
        .map((item) => item.finding),
    );
  }

  private outcomesOfItems() {
    const findingOf = new Map(this.items().map((item) => [item.key, item.finding]));
    const findings = new Map(this.findings.map((finding) => [finding.key, finding]));
    return this.all('recordOutcome').map(({ outcome }) => {
      const { organization, round, team } = findings.get(findingOf.get(outcome.item)!)!;
      return { ...outcome, organization, round, team };
    });
  }

  private countedClues(): CountedClue[] {
    const merged = new Set(this.all('mergeClue').map(({ clue }) => clue));
    const transfers = new Map(
      this.all('draftTransfer').map(({ transfer }) => [transfer.key, transfer.clues]),
    );
    const cluesOf = (act: 'deliverTransfer' | 'receiveTransfer') =>
      new Set(this.all(act).flatMap(({ transfer }) => transfers.get(transfer)!));
    const [delivered, received] = [cluesOf('deliverTransfer'), cluesOf('receiveTransfer')];
    const concluded = new Set(this.all('concludeClue').map(({ clue }) => clue));
    const came = this.all('recordClueOutcome').map(({ outcome }) => outcome);
    const outcomes = new Map(grouped(came, ({ clue }) => clue).map((group) => [group[0]!.clue, group]));
    return this.all('raiseClue')
      .filter(({ clue }) => !merged.has(clue.key))
      .map(({ clue, inspection }) => ({
        ...clue,
        ...this.byInspection.get(inspection)!,
        outcomes: outcomes.get(clue.key) ?? [],
        isDelivered: delivered.has(clue.key),
        isReceived: received.has(clue.key),
        isConcluded: concluded.has(clue.key),
      }));
  }
}
