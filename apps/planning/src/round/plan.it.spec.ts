// 巡察工作方案: for whoever may read the round, with as much of its assignments as they may know.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelAssignment, roundPlan } from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import type { Id } from '@xuncha/domain-kit';
import { startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { Campaign } from '../assignment/campaign.fixture.js';
import { planning } from '../main.js';

let system: ServicesUnderTest;
let campaign: Campaign;
beforeAll(async () => {
  system = await startServices([planning]);
  await system.publisher('identity');
  campaign = await Campaign.make(system);
});
afterAll(() => system?.stop());

const said = async (roundId: Id, as: Person) => {
  const { base64 } = await system.ask(roundPlan, { roundId }, as);
  return linesOfWord(Buffer.from(base64, 'base64')).join('\n');
};

test('a plan says who inspects whom, to those who may know it', async () => {
  const { office } = campaign.people;
  const [roundId, village] = [await campaign.teaming(), await campaign.village()];
  await campaign.issued(roundId, [village], '县委第一巡察组');
  const text = await said(roundId, office);
  for (const told of ['第一轮巡察', '2012年12月1日', '县委第一巡察组', '演示村', '巡察1个党组织'])
    expect(text).toContain(told);
  const recused = await system.person('office');
  await system.recuse(recused, village);
  for (const reader of [recused, await system.person('observer')]) {
    const less = await said(roundId, reader);
    expect(less).toContain('第一轮巡察');
    for (const hidden of ['演示村', '县委第一巡察组', '任务分工表']) expect(less).not.toContain(hidden);
  }
  const head = await system.person('organizationHead', { organizationId: village });
  expect((await system.refusal(roundPlan, { roundId }, head)).code).toBe('access.denied');
});

test('what was cancelled is not in it', async () => {
  const { office } = campaign.people;
  const [roundId, village] = [await campaign.teaming(), await campaign.village()];
  const { id: assignmentId } = await campaign.plan(roundId, [village]);
  await system.ask(cancelAssignment, { assignmentId, seen: 1, reason: '调整' }, office);
  expect(await said(roundId, office)).not.toContain('演示村');
});
