import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changeEvidence,
  closeItem,
  listCases,
  listItems,
  listRectificationLooks,
  planItem,
  readItem,
  reopenItem,
  returnItem,
  startItem,
  submitItem,
  type CommandContract,
  type In,
} from '@xuncha/contracts';
import { newId, parseDate } from '@xuncha/domain-kit';
import {
  eventually,
  SourceUnderTest,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { rectification } from '../main.js';

const site = '330381';
const on = parseDate('2026-03-02');
const dueOn = parseDate('2026-03-12');
let system: ServicesUnderTest;
let onsite: SourceUnderTest;
let office: Person;

beforeAll(async () => {
  system = await startServices([]);
  onsite = new SourceUnderTest(system.nats, system.config.prefix, 'onsite');
  await onsite.make();
  await system.start(rectification);
  await system.openSite({ code: site });
  office = await system.person('office', { site });
});
afterAll(() => system?.stop());

/** One finding of one organization, ordered to be put right while the team is on site. */
class Ordered {
  readonly findingId = newId();
  readonly feedbackId = newId();
  readonly place = {
    inspectionId: newId(),
    assignmentId: newId(),
    roundId: newId(),
    organizationId: newId(),
  };

  order = () =>
    onsite.publish({
      of: this.findingId,
      version: 1,
      type: 'finding.rectificationOrdered',
      body: { findingId: this.findingId, ...this.place, dueOn, on, profile: 'national-2017' },
    });
  feedBack = () =>
    onsite.publish({
      of: this.feedbackId,
      version: 1,
      type: 'feedback.delivered',
      body: {
        feedbackId: this.feedbackId,
        ...this.place,
        on,
        findings: [{ findingId: this.findingId, immediate: true }],
        profile: 'national-2017',
      },
    });

  items = async (as = office) => (await system.ask(listItems, { findingId: this.findingId }, as)).items;
  cases = async () => (await system.ask(listCases, { inspectionId: this.place.inspectionId }, office)).items;
  item = () => eventually(async () => (await this.items())[0]);
  history = async () => system.history('rectification', (await this.item()).id);
  liaison = () => system.person('organizationLiaison', { site, organizationId: this.place.organizationId });
}

/** As somebody who has just looked at the item. */
async function act<C extends CommandContract>(contract: C, itemId: string, as: Person, more: object = {}) {
  const { version, submissions } = await system.ask(readItem, { itemId }, as);
  const seenHash = submissions.at(-1)?.hash;
  return system.ask(contract, { itemId, seen: version, seenHash, on, ...more } as unknown as In<C>, as);
}
async function refused(contract: CommandContract, itemId: string, as: Person, more: object = {}) {
  const { version, submissions } = await system.ask(readItem, { itemId }, office);
  const input = { itemId, seen: version, seenHash: submissions.at(-1)?.hash, on, ...more };
  return (await system.refusal(contract, input, as)).code;
}
const handedIn = {
  evidence: [{ title: '退款凭证', reference: '镇财政所2026年第3册' }],
  result: {
    person: '演示甲001',
    matter: '多领补贴',
    unit: '演示村',
    result: '已退回',
    accountability: '提醒谈话',
  },
};

/** An item that its organization has handed in. */
async function handedInItem() {
  const ordered = new Ordered();
  await ordered.order();
  const { id } = await ordered.item();
  const liaison = await ordered.liaison();
  await act(planItem, id, liaison, { measure: '清退补贴', responsible: '演示甲001' });
  await act(startItem, id, liaison);
  await act(submitItem, id, liaison, handedIn);
  return { ordered, id, liaison };
}

describe('an immediate item and the case of its finding', () => {
  const meet = async (ordered: Ordered, ...arrivals: (() => Promise<unknown>)[]) => {
    for (const arrive of arrivals) await arrive();
    return eventually(async () => {
      const [item] = await ordered.items();
      const [it] = await ordered.cases();
      return item && it && item.caseId === it.id && item;
    });
  };

  test('meet when the order comes first, as it should', async () => {
    const ordered = new Ordered();
    await meet(ordered, ordered.order, ordered.item, ordered.feedBack);
    expect(await ordered.history()).toEqual(['rectification.item.opened', 'rectification.item.attached']);
  });

  test('meet when the feedback overtakes the order', async () => {
    const ordered = new Ordered();
    const arrived = () => eventually(async () => (await ordered.cases()).length === 1);
    await meet(ordered, ordered.feedBack, arrived, ordered.order);
    expect(await ordered.history()).toEqual(['rectification.item.opened']);
  });

  test('are one item and one case, however often both are told', async () => {
    const ordered = new Ordered();
    await meet(ordered, ordered.order, ordered.feedBack);
    const before = await ordered.history();
    await ordered.feedBack();
    await ordered.order();
    const later = new Ordered();
    await meet(later, later.order, later.feedBack);
    expect([await ordered.items(), await ordered.cases()].map((found) => found.length)).toEqual([1, 1]);
    expect(await ordered.history()).toEqual(before);
  });

  test('the item is worked on and closed before there is a case, and joins it closed', async () => {
    const { ordered, id } = await handedInItem();
    await act(closeItem, id, office);
    const item = await meet(ordered, ordered.feedBack);
    expect(item).toMatchObject({ state: 'closed', closedOn: on, immediate: true });
  });
});

describe('closing out (rules.md 10)', () => {
  test('is refused to a person of the organization, also when the office lent them a role', async () => {
    const { ordered, id, liaison } = await handedInItem();
    expect(await refused(closeItem, id, liaison)).toBe('access.denied');
    const lent = await system.person('office', { site });
    await system.grant(lent, 'organizationLiaison', { organizationId: ordered.place.organizationId });
    expect(await refused(closeItem, id, lent)).toBe('item.closed-by-own-organization');
    await act(closeItem, id, office);
    expect((await ordered.item()).state).toBe('closed');
  });

  test('is refused on evidence that is no longer what was seen', async () => {
    const { id, liaison } = await handedInItem();
    const seen = (await system.ask(readItem, { itemId: id }, office)).submissions.at(-1)!.hash;
    await act(changeEvidence, id, liaison, {
      ...handedIn,
      evidence: [{ title: '另一凭证', reference: '第9册' }],
    });
    expect(await refused(closeItem, id, office, { seenHash: seen })).toBe('item.evidence-changed');
  });

  test('is void once the evidence is changed, and the history of it stays', async () => {
    const { ordered, id, liaison } = await handedInItem();
    await act(closeItem, id, office);
    await act(changeEvidence, id, liaison, {
      ...handedIn,
      evidence: [{ title: '另一凭证', reference: '第9册' }],
    });
    const { state, closedOn, closings } = await system.ask(readItem, { itemId: id }, office);
    expect({ state, closedOn }).toEqual({ state: 'submitted', closedOn: null });
    expect(closings[0]!.undone).toMatchObject({ because: 'evidenceChanged' });
    expect((await ordered.history()).slice(-3)).toEqual([
      'rectification.item.closed',
      'rectification.item.reopened',
      'rectification.item.submitted',
    ]);
  });

  test('is undone by a look-back, and closed once more on new evidence', async () => {
    const { id, liaison } = await handedInItem();
    await act(closeItem, id, office);
    await act(reopenItem, id, office, { because: 'lookBack', opinion: '补贴仍未退回' });
    await act(submitItem, id, liaison, handedIn);
    await act(closeItem, id, office);
    const { closings } = await system.ask(readItem, { itemId: id }, office);
    expect(closings.map((closing) => closing.undone?.because ?? null)).toEqual(['lookBack', null]);
  });
});

test('evidence is a file that was uploaded, not one that is merely named', async () => {
  const { id, liaison } = await handedInItem();
  const file = { sha256: 'a'.repeat(64), bytes: 6, mediaType: 'text/plain', name: '凭证.txt' };
  const evidence = [{ title: '凭证', file }];
  expect(await refused(changeEvidence, id, liaison, { ...handedIn, evidence })).toBe('file.unknown');
  // Nor does anybody learn by it that a record is there.
  const other = await new Ordered().liaison();
  expect(
    (await system.refusal(changeEvidence, { itemId: id, seen: 1, ...handedIn, evidence }, other)).code,
  ).toBe('record.unknown');
  const real = [{ title: '凭证', file: await system.upload('凭证', file, liaison) }];
  await act(changeEvidence, id, liaison, { ...handedIn, evidence: real });
  const { submissions } = await system.ask(readItem, { itemId: id }, office);
  expect(submissions.at(-1)).toMatchObject({ evidence: real, as: 'organizationLiaison' });
  expect(Date.parse(submissions.at(-1)!.at!)).toBeLessThanOrEqual(Date.now());
});

test('a result with one of the five missing is refused with what is missing (rules.md 4, RA17-14)', async () => {
  const { id, liaison } = await handedInItem();
  await act(returnItem, id, office, { opinion: '五见不全' });
  const { version } = await system.ask(readItem, { itemId: id }, liaison);
  const { accountability: _, ...result } = handedIn.result;
  const input = { itemId: id, seen: version, evidence: handedIn.evidence, result, on };
  expect(await system.refusal(submitItem, input, liaison)).toEqual({
    code: 'item.five-see-incomplete',
    facts: { missing: ['accountability'] },
  });
});

test('the organization sees its own items and why they were returned, and no other organization does', async () => {
  const { ordered, id, liaison } = await handedInItem();
  await act(returnItem, id, office, { opinion: '佐证材料不足' });
  const seen = await system.ask(readItem, { itemId: id }, liaison);
  expect(seen.returns.map((remark) => remark.opinion)).toEqual(['佐证材料不足']);
  const other = await new Ordered().liaison();
  expect((await system.refusal(readItem, { itemId: id }, other)).code).toBe('record.unknown');
  expect(await ordered.items(other)).toEqual([]);
});

test('a person recused from the organization finds nothing, whatever the role (rules.md 2)', async () => {
  const { ordered, id } = await handedInItem();
  const recused = await system.person('office', { site });
  await system.recuse(recused, ordered.place.organizationId);
  expect((await system.refusal(readItem, { itemId: id }, recused)).code).toBe('record.unknown');
  expect(await ordered.items(recused)).toEqual([]);
});

test('every look at persons and evidence leaves a trace that only the audit administrator reads', async () => {
  const { id, liaison } = await handedInItem();
  const audit = await system.person('auditAdministrator', { site });
  const looks = async () => (await system.ask(listRectificationLooks, { recordId: id }, audit)).items;
  const before = (await looks()).length;
  await system.ask(readItem, { itemId: id }, liaison);
  const [latest, ...earlier] = await looks();
  expect(latest).toMatchObject({
    contract: 'rectification.item.read',
    recordIds: [id],
    accountId: liaison.account,
  });
  expect(earlier).toHaveLength(before);
  expect((await system.refusal(listRectificationLooks, {}, office)).code).toBe('access.denied');
});

test('what somebody wrote about a person is in no event', async () => {
  const { id } = await handedInItem();
  const told = await system.look<{ body: string }>(
    'rectification',
    `SELECT body FROM journal WHERE aggregate_id = UNHEX(REPLACE('${id}', '-', ''))`,
  );
  expect(told.map((row) => row.body).join()).not.toMatch(/演示|补贴|凭证/);
});
