/** A site whose rounds are teaming, with villages and assignments in them, and talent's word on the teams. */
import {
  approveRound,
  approveTerm,
  draftRound,
  issueAssignment,
  planAssignment,
  proposeTerm,
  readAssignment,
  registerOrganization,
  startTeaming,
  submitRound,
  teamAuthorized,
  teamChanged,
  teamRechecked,
  teamReleased,
  type AuthorizedMember,
  type Fact,
  type In,
  type RoundTraits,
} from '@xuncha/contracts';
import { newId, parseDate, teamIdOf, type Id } from '@xuncha/domain-kit';
import { eventually, type Person, type Publisher, type ServicesUnderTest } from '@xuncha/testing';

export const on = parseDate('2017-03-01');
export const traits: RoundTraits = {
  kind: 'routine',
  ways: ['comprehensive'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
};
export const designation = '市委第一巡察组';
const batches = [{ entersOn: on, leavesOn: parseDate('2017-04-20') }];

const roles: AuthorizedMember['role'][] = ['leader', 'deputy', 'liaison', 'member', 'member'];
export const people = (): AuthorizedMember[] =>
  roles.map((role) => ({ inspectorId: newId(), accountId: newId(), role }));
export const accountsOf = (members: AuthorizedMember[]) =>
  members.map(({ accountId, role }) => ({ accountId, role }));

export class Campaign {
  private villages = 0;

  private constructor(
    readonly system: ServicesUnderTest,
    private readonly talent: Publisher,
    readonly people: { readonly office: Person; readonly leadingGroup: Person },
    private readonly termId: Id,
  ) {}

  static async make(system: ServicesUnderTest): Promise<Campaign> {
    const talent = await system.publisher('talent');
    const office = await system.person('office');
    const leadingGroup = await system.person('leadingGroup');
    const proposed = { name: '第十四届', firstDay: parseDate('2017-01-01') };
    const { id: termId } = await system.ask(proposeTerm, proposed, office);
    await system.ask(approveTerm, { termId, seen: 1 }, leadingGroup);
    return new Campaign(system, talent, { office, leadingGroup }, termId);
  }

  /** A round whose teams are being formed. */
  teaming = async (): Promise<Id> => {
    const { office, leadingGroup } = this.people;
    const draft: In<typeof draftRound> = {
      termId: this.termId,
      name: '第一轮巡察',
      ...traits,
      batches,
      examinedSince: parseDate('2012-12-01'),
    };
    const { id: roundId } = await this.system.ask(draftRound, draft, office);
    await this.system.ask(submitRound, { roundId, seen: 1 }, office);
    await this.system.ask(approveRound, { roundId, seen: 2, profile: 'national-2017' }, leadingGroup);
    await this.system.ask(startTeaming, { roundId, seen: 3 }, office);
    return roundId;
  };

  village = async (): Promise<Id> => {
    const described = { code: `v-${++this.villages}`, name: '演示村', kind: 'village' as const, on };
    return (await this.system.ask(registerOrganization, described, this.people.office)).id;
  };

  plan = (roundId: Id, organizationIds: Id[], by = designation) =>
    this.system.ask(
      planAssignment,
      { roundId, batch: 1, designation: by, organizationIds },
      this.people.office,
    );

  /** Tried until planning has heard from talent. */
  issue = (assignmentId: Id) =>
    eventually(() => this.system.ask(issueAssignment, { assignmentId, seen: 1, on }, this.people.office));

  issued = async (roundId: Id, organizationIds: Id[], by = designation): Promise<Id> => {
    const { id } = await this.plan(roundId, organizationIds, by);
    await this.team(roundId, by).authorized(organizationIds);
    await this.issue(id);
    return id;
  };

  read = (assignmentId: Id, as = this.people.office) => this.system.ask(readAssignment, { assignmentId }, as);

  /** What talent tells of a team. */
  team(roundId: Id, by = designation) {
    const teamId = teamIdOf(roundId, by);
    const which = { teamId, roundId, on };
    const tell = (fact: Fact) => this.talent.publish({ site: this.system.site, id: teamId, on }, fact);
    return {
      authorized: (clearOf: Id[], members = people()) =>
        tell(teamAuthorized({ ...which, designation: by, members, clearOf })),
      changed: (clearOf: Id[], members = people()) => tell(teamChanged({ ...which, members, clearOf })),
      rechecked: (clearOf: Id[]) => tell(teamRechecked({ teamId, roundId, clearOf })),
      released: () => tell(teamReleased(which)),
    };
  }
}
