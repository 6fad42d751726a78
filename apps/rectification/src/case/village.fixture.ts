/** One organization with two findings fed back, in a rehearsal site of its own, and its people; for service tests. */
import {
  acceptPlan,
  assessCase,
  closeCase,
  closeItem,
  draftPlan,
  draftReport,
  feedbackDelivered,
  giveReview,
  listCases,
  listItems,
  readCase,
  readItem,
  ReviewBody,
  signPlan,
  signReport,
  startItem,
  submitHeadReport,
  submitItem,
  type CommandContract,
  type In,
} from '@xuncha/contracts';
import { newId, parseDate } from '@xuncha/domain-kit';
import { eventually, type Person, type Publisher, type ServicesUnderTest } from '@xuncha/testing';

export const on = parseDate('2017-06-01');
const handedIn = {
  evidence: [{ title: '退款凭证', reference: '镇财政所2017年第3册' }],
  result: {
    person: '演示甲001',
    matter: '多领补贴',
    unit: '演示村',
    result: '已退回',
    accountability: '提醒谈话',
  },
};

export class Village {
  readonly findingIds = [newId(), newId()];
  readonly place = {
    inspectionId: newId(),
    assignmentId: newId(),
    roundId: newId(),
    organizationId: newId(),
  };
  people!: { readonly office: Person; readonly head: Person; readonly liaison: Person };
  caseId!: string;

  private constructor(
    private readonly system: ServicesUnderTest,
    readonly site: string,
  ) {}

  static async make(system: ServicesUnderTest, onsite: Publisher): Promise<Village> {
    const site = await system.openSite({ clock: '2017-06-01T02:00:00.000Z' });
    const village = new Village(system, site);
    const limits = { site, organizationId: village.place.organizationId };
    village.people = {
      office: await system.person('office', { site }),
      head: await system.person('organizationHead', limits),
      liaison: await system.person('organizationLiaison', limits),
    };
    await village.feedBack(onsite);
    return village;
  }

  private async feedBack(onsite: Publisher) {
    const { site, place } = this;
    const feedbackId = newId();
    const findings = this.findingIds.map((findingId) => ({ findingId, immediate: false }));
    const body = { feedbackId, ...place, on, findings, profile: 'national-2017' };
    await onsite.publish({ site, id: feedbackId, on }, feedbackDelivered(body));
    const { inspectionId } = place;
    const opened = await eventually(
      async () => (await this.system.ask(listCases, { inspectionId }, this.people.office)).items[0],
    );
    this.caseId = opened.id;
  }

  view = (as = this.people.office) => this.system.ask(readCase, { caseId: this.caseId }, as);
  /** As somebody who has just looked at the case. */
  act = async <C extends CommandContract>(contract: C, as: Person, more: object = {}) => {
    const { version } = await this.view();
    return this.system.ask(
      contract,
      { caseId: this.caseId, seen: version, on, ...more } as unknown as In<C>,
      as,
    );
  };
  refused = async (contract: CommandContract, as: Person, more: object = {}) => {
    const { version } = await this.view();
    return (await this.system.refusal(contract, { caseId: this.caseId, seen: version, on, ...more }, as))
      .code;
  };
  onItem = async <C extends CommandContract>(contract: C, itemId: string, as: Person, more: object = {}) => {
    const { version, submissions } = await this.system.ask(readItem, { itemId }, as);
    const seenHash = submissions.at(-1)?.hash;
    return this.system.ask(
      contract,
      { itemId, seen: version, seenHash, on, ...more } as unknown as In<C>,
      as,
    );
  };
  items = async () => (await this.system.ask(listItems, { caseId: this.caseId }, this.people.office)).items;
  rows = (dueOn = '2017-07-31') =>
    this.findingIds.map((findingId) => ({ findingId, measure: '清退补贴', responsible: '演示甲001', dueOn }));

  submitPlan = async () => {
    await this.act(draftPlan, this.people.liaison, { rows: this.rows() });
    await this.act(signPlan, this.people.head);
  };
  solve = async (itemId: string) => {
    const { office, liaison } = this.people;
    await this.onItem(startItem, itemId, liaison);
    await this.handIn(itemId);
    await this.onItem(closeItem, itemId, office);
  };
  handIn = (itemId: string) => this.onItem(submitItem, itemId, this.people.liaison, handedIn);
  report = async () => {
    await this.act(draftReport, this.people.liaison, { text: '整改情况' });
    await this.act(signReport, this.people.head);
    await this.act(submitHeadReport, this.people.head, { text: '履行第一责任人责任情况' });
  };
  underway = async () => {
    await this.submitPlan();
    await this.act(acceptPlan, this.people.office);
    return this.items();
  };
  close = async () => {
    const { office } = this.people;
    const opinion = { agrees: true, opinion: '整改到位', reviewer: '演示丙001' };
    for (const body of ReviewBody.options) await this.act(giveReview, office, { body, ...opinion });
    await this.act(assessCase, office, { score: 92, grade: 'good' });
    await this.act(closeCase, office);
  };
}
