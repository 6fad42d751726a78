/** Records as neighbours would announce them: one round with one inspected village, in a site of its own, in whatever order a test likes. */
import {
  assignmentIssued,
  findingConfirmed,
  inspectionEntered,
  itemClosed,
  itemOpened,
  itemReopened,
  listCountedRecords,
  listFigures,
  organizationDissolved,
  organizationRegistered,
  roundApproved,
  type RoundTraits,
} from '@xuncha/contracts';
import { newId, parseDate, teamIdOf, type BusinessDate } from '@xuncha/domain-kit';
import { eventually, type Person, type Publisher, type ServicesUnderTest } from '@xuncha/testing';

/** Services of which only the journal runs; a test starts those that it needs. */
type Neighbour = 'planning' | 'onsite' | 'rectification' | 'talent' | 'clues' | 'linkage';
export type Neighbours = Readonly<Record<Neighbour, Publisher>>;

export async function startNeighbours(
  system: ServicesUnderTest,
  ...names: readonly Neighbour[]
): Promise<Neighbours> {
  const started = new Map<string, Publisher>();
  for (const name of names) started.set(name, await system.publisher(name));
  return Object.fromEntries(started) as Neighbours;
}
export const on = parseDate('2017-05-04');
const traits = {
  kind: 'routine' as const,
  ways: [],
  ledBy: 'county' as const,
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
};

export class Ground {
  readonly round = newId();
  readonly assignment = newId();
  readonly organization = newId();
  readonly designation = '县委第一巡察组';
  readonly team = teamIdOf(this.round, this.designation);
  readonly place = {
    inspectionId: newId(),
    assignmentId: this.assignment,
    roundId: this.round,
    organizationId: this.organization,
  };
  private constructor(
    private readonly system: ServicesUnderTest,
    readonly neighbours: Neighbours,
    readonly site: string,
    readonly office: Person,
  ) {}

  static async make(system: ServicesUnderTest, neighbours: Neighbours): Promise<Ground> {
    const site = await system.openSite();
    return new Ground(system, neighbours, site, await system.person('office', { site }));
  }
  registered = (organizationId: string) =>
    this.neighbours.planning.publish(
      { site: this.site, id: organizationId, on },
      organizationRegistered({
        organizationId,
        code: organizationId.slice(0, 8),
        name: '演示村',
        kind: 'village',
        parentId: null,
        divisionCode: null,
      }),
    );
  dissolved = (organizationId: string, day: BusinessDate) =>
    this.neighbours.planning.publish(
      { site: this.site, id: organizationId, on: day },
      organizationDissolved({ organizationId, on: day }),
    );
  roundApproved = (more: Partial<RoundTraits> = {}) =>
    this.neighbours.planning.publish(
      { site: this.site, id: this.round, on },
      roundApproved({ roundId: this.round, ...traits, ...more, profile: 'national-2017' }),
    );
  assignmentIssued = () =>
    this.neighbours.planning.publish(
      { site: this.site, id: this.assignment, on },
      assignmentIssued({
        assignmentId: this.assignment,
        roundId: this.round,
        batch: 1,
        teamId: this.team,
        designation: this.designation,
        members: [],
        organizations: [{ organizationId: this.organization, kind: 'village' }],
        round: traits,
        profile: 'national-2017',
      }),
    );
  entered = () =>
    this.neighbours.onsite.publish(
      { site: this.site, id: this.place.inspectionId, on },
      inspectionEntered({ ...this.place, on }),
    );
  finding = async (findingId = newId()) => {
    const body = {
      findingId,
      ...this.place,
      classes: ['violation:yes', 'livelihood:yes'],
      amountInvolved: 500,
    };
    await this.neighbours.onsite.publish(
      { site: this.site, id: findingId, on },
      findingConfirmed({ ...body, immediate: false, paperIds: [newId()], on }),
    );
    return findingId;
  };
  item = (findingId: string, itemId = newId()) => {
    const which = { itemId, findingId, caseId: newId(), ...this.place };
    const at = { site: this.site, id: itemId, on };
    return {
      open: () =>
        this.neighbours.rectification.publish(at, itemOpened({ ...which, on, dueOn: on, immediate: false })),
      close: () => this.neighbours.rectification.publish(at, itemClosed({ ...which, on })),
      reopen: () => this.neighbours.rectification.publish(at, itemReopened({ ...which, on })),
    };
  };
  /** Figures that are not zero. */
  figures = async (as = this.office, period = {}) => {
    const { figures } = await this.system.ask(listFigures, period, as);
    return Object.fromEntries(
      figures.filter(({ value }) => value !== 0).map(({ indicator, value }) => [indicator, value]),
    );
  };
  figuresBecome = (expected: Record<string, number>, period = {}) =>
    eventually(async () => {
      const found = await this.figures(this.office, period);
      if (JSON.stringify(sorted(found)) !== JSON.stringify(sorted(expected)))
        throw new Error(JSON.stringify(found));
      return true;
    });
  /** What a figure opens to. */
  opened = async (indicator: string, period = {}) =>
    (await this.system.ask(listCountedRecords, { indicator, ...period }, this.office)).items;
}
const sorted = (figures: Record<string, number>) =>
  Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1));
