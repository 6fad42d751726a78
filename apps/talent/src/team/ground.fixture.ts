/** A site with its register, rounds and assignments as planning tells of them, and people in the pool. */
import {
  assignmentCancelled,
  assignmentChanged,
  assignmentEntered,
  assignmentPlanned,
  assignmentProgressed,
  authorizeTeam,
  changeInspector,
  checkTeam,
  enterPool,
  listFoundRecusals,
  organizationRegistered,
  proposeTeam,
  readTeam,
  registerInspector,
  roundApproved,
  roundCancelled,
  roundClosed,
  type Batch,
  type Fact,
  type In,
  type OrganizationKind,
  type ProposedMember,
  type RoundTraits,
} from '@xuncha/contracts';
import { idToBytes, newId, parseDate, teamIdOf, type Id } from '@xuncha/domain-kit';
import { eventually, type Person, type Publisher, type ServicesUnderTest } from '@xuncha/testing';

export const on = parseDate('2017-03-01');
export const designation = '市委第一巡察组';
const traits: RoundTraits = {
  kind: 'routine',
  ways: ['comprehensive'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
};
const spring: Batch[] = [{ entersOn: parseDate('2017-03-06'), leavesOn: parseDate('2017-04-20') }];
export const autumn: Batch[] = [{ entersOn: parseDate('2017-09-04'), leavesOn: parseDate('2017-10-20') }];

type Described = Omit<In<typeof changeInspector>, 'inspectorId' | 'seen' | 'on'>;
const described: Described = {
  name: '演示组员',
  force: 'borrowed',
  sex: 'female',
  born: parseDate('1980-05-20'),
  partySince: parseDate('2005-07-01'),
  unit: '演示局',
};
const roles: ProposedMember['role'][] = ['leader', 'deputy', 'liaison', 'member', 'member'];

/** An assignment of a team, as planning plans it. */
export interface Planned {
  readonly assignmentId: Id;
  readonly roundId: Id;
  readonly teamId: Id;
  readonly organizationIds: readonly Id[];
}

export class Ground {
  private people = 0;

  private constructor(
    readonly system: ServicesUnderTest,
    readonly planning: Publisher,
    readonly office: Person,
    readonly leadingGroup: Person,
  ) {}

  static async make(system: ServicesUnderTest): Promise<Ground> {
    const planning = await system.publisher('planning');
    return new Ground(system, planning, await system.person('office'), await system.person('leadingGroup'));
  }

  private tell = (id: Id, ...facts: Fact[]) =>
    this.planning.publish({ site: this.system.site, id, on }, ...facts);

  organization = async (
    kind: OrganizationKind = 'village',
    parentId: Id | null = null,
    organizationId = newId(),
  ): Promise<Id> => {
    const body = { organizationId, code: `o-${organizationId}`, name: '演示单位', kind, parentId };
    await this.tell(organizationId, organizationRegistered({ ...body, divisionCode: null }));
    return organizationId;
  };

  round = async (more: Partial<RoundTraits> & { batches?: Batch[] } = {}): Promise<Id> => {
    const roundId = newId();
    const approved = { roundId, ...traits, batches: spring, profile: 'national-2017', ...more };
    await this.tell(roundId, roundApproved(approved));
    return roundId;
  };
  close = (roundId: Id) => this.tell(roundId, roundClosed({ roundId }));
  cancelRound = (roundId: Id) => this.tell(roundId, roundCancelled({ roundId }));

  assignment = async (roundId: Id, organizationIds: Id[], by = designation): Promise<Planned> => {
    const [assignmentId, teamId] = [newId(), teamIdOf(roundId, by)];
    const planned = { assignmentId, roundId, teamId, organizationIds };
    await this.tell(assignmentId, assignmentPlanned({ ...planned, designation: by }));
    return planned;
  };
  rearrange = ({ assignmentId, roundId, teamId }: Planned, organizationIds: Id[]) =>
    this.tell(
      assignmentId,
      assignmentChanged({ assignmentId, roundId, teamId, designation, organizationIds }),
    );
  cancel = ({ assignmentId, roundId, teamId }: Planned) =>
    this.tell(assignmentId, assignmentCancelled({ assignmentId, roundId, teamId }));
  enter = ({ assignmentId, roundId, organizationIds }: Planned) => {
    const which = { assignmentId, roundId };
    const entered = { ...which, organizationId: organizationIds[0]!, milestone: 'entered' as const, on };
    return this.tell(assignmentId, assignmentProgressed(entered), assignmentEntered(which));
  };

  /** In the pool, with an account; the register may not have told of their unit yet. */
  inspector = async (more: Partial<Described> = {}): Promise<Id> => {
    const rank = 'section' as const;
    const record = { code: `p-${++this.people}`, ...described, accountId: newId(), rank, ...more, on };
    const { id } = await eventually(() => this.system.ask(registerInspector, record, this.office));
    await this.system.ask(enterPool, { inspectorId: id, seen: 1, on }, this.office);
    return id;
  };
  correct = (inspectorId: Id, more: Partial<Described>, seen = 2) =>
    this.system.ask(changeInspector, { inspectorId, seen, ...described, ...more, on }, this.office);

  /** A leader, a deputy and three more; those given take the first seats. */
  members = async (...first: Id[]): Promise<ProposedMember[]> => {
    const seats: ProposedMember[] = [];
    for (const [seat, role] of roles.entries())
      seats.push({ inspectorId: first[seat] ?? (await this.inspector()), role });
    return seats;
  };

  /** Tried until talent has heard of the round. */
  propose = async (roundId: Id, members: ProposedMember[], by = designation) => {
    await this.heard(roundId);
    return this.system.ask(proposeTeam, { roundId, designation: by, members, on }, this.office);
  };
  check = (teamId: Id, seen = 1) => this.system.ask(checkTeam, { teamId, seen, on }, this.office);
  authorize = (teamId: Id, seen = 2) =>
    this.system.ask(authorizeTeam, { teamId, seen, on }, this.leadingGroup);
  /** Proposed, checked and authorized for one assignment. */
  authorized = async (roundId: Id, organizationIds: Id[], members: ProposedMember[]) => {
    const planned = await this.assignment(roundId, organizationIds);
    await this.planned(planned);
    const { id } = await this.propose(roundId, members);
    await this.check(id);
    await this.authorize(id);
    return planned;
  };

  read = (teamId: Id, as = this.office) => this.system.ask(readTeam, { teamId }, as);
  recusals = async (teamId: Id) => (await this.system.ask(listFoundRecusals, { teamId }, this.office)).items;

  /** Until talent has heard of the round; of its end, where that is meant. */
  heard = (roundId: Id, over = 0) =>
    this.knows('known_round WHERE round_id = ? AND is_over = ?', [roundId], [over]);
  planned = ({ assignmentId, organizationIds }: Planned) =>
    this.knows(
      'planned_organization WHERE assignment_id = ? AND organization_id = ?',
      [assignmentId, organizationIds[0]!],
      [],
    );
  private knows = (where: string, ids: Id[], values: unknown[]) =>
    eventually(async () => {
      const rows = await this.system.look('talent', `SELECT 1 FROM ${where}`, [
        ...ids.map(idToBytes),
        ...values,
      ]);
      return rows.length > 0;
    });
}
