/** A team with its people in one organization, asked through the contracts; each test goes as far as it needs. */
import {
  assignmentIssued,
  confirmFinding,
  decideReportPackage,
  draftPaper,
  enterSite,
  hearingHeld,
  hearReportPackage,
  leaveSite,
  listInspections,
  prepareFeedback,
  presentFeedback,
  readInspection,
  reviewPaper,
  reviewReportPackage,
  signPaper,
  startDrafting,
  startInvestigating,
  submitReportPackage,
  type In,
} from '@xuncha/contracts';
import { dateIn, newId, type BusinessDate, type Id } from '@xuncha/domain-kit';
import { eventually, type Person, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { assignment, contents, fiveSee, statement } from './domain.fixture.js';

export const today = dateIn(new Date());

const inTeam = ['leader', 'deputy', 'member'] as const;
const inOrganization = ['organizationHead', 'organizationLiaison'] as const;
const elsewhere = ['office', 'leadingGroup', 'petitionCustodian'] as const;
type Post = (typeof inTeam)[number] | (typeof inOrganization)[number] | (typeof elsewhere)[number];
interface Ground {
  readonly site?: string;
  readonly theme?: string;
  readonly on?: BusinessDate;
}

export class Visit {
  inspectionId!: Id;

  private constructor(
    readonly system: ServicesUnderTest,
    private readonly planning: Publisher,
    readonly place: { site: string; assignmentId: Id; roundId: Id; organizationId: Id; teamId: Id },
    readonly people: Readonly<Record<Post, Person>>,
  ) {}

  /** Planning issues the assignment, and the inspection is being prepared. */
  static async prepare(system: ServicesUnderTest, planning: Publisher, ground: Ground = {}): Promise<Visit> {
    const { site = system.site, theme = null, on } = ground;
    const [assignmentId, roundId, organizationId, teamId] = [newId(), newId(), newId(), newId()];
    const grants = [
      ...inTeam.map((role) => [role, { site, teamId }] as const),
      ...inOrganization.map((role) => [role, { site, organizationId }] as const),
      ...elsewhere.map((role) => [role, { site }] as const),
    ];
    const people = {} as Record<Post, Person>;
    for (const [role, limits] of grants) people[role] = await system.person(role, limits);
    const place = { site, assignmentId, roundId, organizationId, teamId };
    const visit = new Visit(system, planning, place, people);
    const issued = assignmentIssued({
      ...assignment,
      assignmentId,
      roundId,
      teamId,
      members: inTeam.map((role) => ({ accountId: people[role].account, role })),
      organizations: [{ organizationId, kind: 'village' }],
      round: { ...assignment.round, theme },
    });
    await planning.publish({ site, id: assignmentId, ...(on && { on }) }, issued);
    const found = () => system.ask(listInspections, { assignmentId }, people.office);
    visit.inspectionId = (await eventually(async () => (await found()).items[0])).id;
    return visit;
  }

  async inspection() {
    return this.system.ask(readInspection, { inspectionId: this.inspectionId }, this.people.office);
  }

  /** With the version of the moment, for commands that change the inspection itself. */
  async target() {
    return { inspectionId: this.inspectionId, seen: (await this.inspection()).version };
  }

  async enter(on?: BusinessDate) {
    await this.system.ask(enterSite, { ...(await this.target()), on }, this.people.leader);
    await this.system.ask(startInvestigating, { ...(await this.target()), on }, this.people.leader);
  }

  async leave(on?: BusinessDate) {
    await this.system.ask(leaveSite, { ...(await this.target()), on }, this.people.leader);
    await this.system.ask(startDrafting, { ...(await this.target()), on }, this.people.leader);
  }

  async draftPaper(author = this.people.member, on?: BusinessDate) {
    const { matter, content, evidence } = contents;
    const written = { inspectionId: this.inspectionId, matter, content, evidence: [...evidence], on };
    return (await this.system.ask(draftPaper, written, author)).id;
  }

  async signedPaper(on?: BusinessDate): Promise<Id> {
    const paperId = await this.draftPaper(this.people.member, on);
    await this.system.ask(reviewPaper, { paperId, seen: 1, on }, this.people.deputy);
    await this.system.ask(signPaper, { paperId, seen: 2, on }, this.people.leader);
    return paperId;
  }

  async finding(more: Partial<In<typeof confirmFinding>> = {}) {
    const { title, description, clause } = statement;
    const paperIds = more.paperIds ?? [await this.signedPaper(more.on)];
    const told = {
      inspectionId: this.inspectionId,
      paperIds,
      title,
      description,
      clause,
      classes: [],
      fiveSee,
    };
    return this.system.ask(confirmFinding, { ...told, ...more }, this.people.leader);
  }

  /** The inspection's report, agreed by the office. */
  async reviewedReport(on?: BusinessDate) {
    const writing = { inspectionId: this.inspectionId, report: '巡察报告', evaluation: '班子评价', on };
    const { id } = await this.system.ask(submitReportPackage, writing, this.people.leader);
    return this.system.ask(reviewReportPackage, { reportPackageId: id, seen: 1, on }, this.people.office);
  }

  /** A hearing of this round, as soon as onsite has heard of it. */
  async heard(report: { id: Id; version: number }, heldOn: BusinessDate = today) {
    const { site, roundId } = this.place;
    const hearingId = newId();
    const held = hearingHeld({ hearingId, body: 'fivePersonGroup', heldOn, roundIds: [roundId] });
    await this.planning.publish({ site, id: hearingId, on: heldOn }, held);
    const target = { reportPackageId: report.id, seen: report.version, hearingId };
    return eventually(() => this.system.ask(hearReportPackage, target, this.people.office));
  }

  async decided(findingIds: readonly Id[], on?: BusinessDate) {
    const report = await this.heard(await this.reviewedReport(on), on);
    const decisions = findingIds.map((findingId) => ({ findingId, disposals: ['rectification' as const] }));
    const target = { reportPackageId: report.id, seen: report.version, decisions, on };
    return this.system.ask(decideReportPackage, target, this.people.leadingGroup);
  }

  /** Read out to the organization, not yet signed for. */
  async presented(on?: BusinessDate) {
    const { inspectionId, people } = this;
    const drafted = { inspectionId, opinion: '资金公开不及时，限期整改。', on };
    const { id } = await this.system.ask(prepareFeedback, drafted, people.leader);
    return this.system.ask(presentFeedback, { feedbackId: id, seen: 1, on }, people.leader);
  }
}
