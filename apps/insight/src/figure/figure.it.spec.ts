import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findingDropped,
  inspectionEntered,
  listCountedRecords,
  listFigures,
  listIndicators,
  monthlyBulletin,
  outcomeRecorded,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { idToBytes, newId, parseDate } from '@xuncha/domain-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { insight } from '../main.js';
import { Ground, on, startNeighbours, type Neighbours } from './ground.fixture.js';
import { recount, totals } from './recount.fixture.js';

const heard = ['planning', 'onsite', 'rectification'] as const;
let system: ServicesUnderTest;
let neighbours: Neighbours;
beforeAll(async () => {
  system = await startServices([]);
  neighbours = await startNeighbours(system, ...heard);
  await system.publisher('identity');
  await system.start(insight);
});
afterAll(() => system?.stop());

const make = () => Ground.make(system, neighbours);

const inspected = {
  organizationsInspected: 1,
  'organizationsInspected.village': 1,
  'organizationsInspected.secondLevelBudgetUnitsAndVillages': 1,
  villagesInspected: 1,
  teams: 1,
};
const found = { findings: 1, 'routine.violationFindings': 1 };

test('whatever order the records arrive in, the figures are the same', async () => {
  const forwards = await make();
  const backwards = await make();
  const steps = (ground: Ground) => {
    const findingId = newId();
    const item = ground.item(findingId);
    return [
      ground.roundApproved,
      ground.assignmentIssued,
      ground.entered,
      () => ground.finding(findingId),
      async () => {
        await item.open();
        await item.close();
      },
    ];
  };
  for (const step of steps(forwards)) await step();
  for (const step of steps(backwards).reverse()) await step();
  const expected = { ...inspected, ...found, findingsRectified: 1, livelihoodProblemsSolved: 1 };
  await forwards.figuresBecome(expected);
  await backwards.figuresBecome(expected);
});

describe('a figure that changes its mind', () => {
  test('counts a finding as solved while all its items are closed, and not while one is reopened', async () => {
    const ground = await make();
    await ground.roundApproved();
    const findingId = await ground.finding();
    const items = [ground.item(findingId), ground.item(findingId)];
    for (const item of items) await item.open();
    await items[0]!.close();
    await ground.figuresBecome(found);
    await items[1]!.close();
    await ground.figuresBecome({ ...found, findingsRectified: 1, livelihoodProblemsSolved: 1 });
    await items[0]!.reopen();
    await ground.figuresBecome(found);
  });

  test('a dropped finding is counted no more, though it is kept', async () => {
    const ground = await make();
    await ground.roundApproved();
    const findingId = await ground.finding();
    await ground.figuresBecome(found);
    await neighbours.onsite.publish(
      { site: ground.site, id: findingId },
      findingDropped({ findingId, ...ground.place, on }),
    );
    await ground.figuresBecome({});
  });
});

test('every figure opens to exactly the records it counts (rules.md 16)', async () => {
  const ground = await make();
  await ground.roundApproved();
  const findings = [];
  for (let n = 0; n < 5; n++) findings.push(await ground.finding());
  await ground.figuresBecome({ findings: 5, 'routine.violationFindings': 5 });
  const opened: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await system.ask(
      listCountedRecords,
      { indicator: 'findings', limit: 2, cursor },
      ground.office,
    );
    opened.push(...page.items.map(({ recordId }) => recordId));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(opened.sort()).toEqual(findings.sort());
});

test('records that make up one unit of a figure say so: two inspections, one organization (rules.md 16, 17)', async () => {
  const ground = await make();
  await ground.roundApproved();
  await ground.assignmentIssued();
  await ground.entered();
  const again = { ...ground.place, inspectionId: newId() };
  await neighbours.onsite.publish(
    { site: ground.site, id: again.inspectionId, on },
    inspectionEntered({ ...again, on }),
  );
  const { items } = await eventually(async () => {
    const page = await system.ask(listCountedRecords, { indicator: 'organizationsInspected' }, ground.office);
    return page.items.length === 2 && page;
  });
  expect(items.map(({ countedAs }) => countedAs)).toEqual([[ground.organization], [ground.organization]]);
  expect(await ground.figures()).toMatchObject({ organizationsInspected: 1 });
});

test('to a recused person neither the figure nor its records contain the organization', async () => {
  const ground = await make();
  const recused = await system.person('office', { site: ground.site });
  await system.recuse(recused, ground.organization);
  await ground.roundApproved();
  await ground.assignmentIssued();
  await ground.entered();
  await ground.finding();
  await ground.figuresBecome({ ...inspected, ...found });
  expect(await ground.figures(recused)).toEqual({});
  expect(await ground.figures(recused, { from: on, to: on })).toEqual({});
  const { items } = await system.ask(listCountedRecords, { indicator: 'findings' }, recused);
  expect(items).toEqual([]);
});

test('a figure of a period counts by the business date, first and last day included', async () => {
  const ground = await make();
  await ground.roundApproved();
  await ground.finding();
  await ground.figuresBecome(found);
  expect(await ground.figures(ground.office, { from: '2017-05-04', to: '2017-05-04' })).toEqual(found);
  expect(await ground.figures(ground.office, { from: '2017-05-05' })).toEqual({});
  expect(await ground.figures(ground.office, { to: '2017-05-03' })).toEqual({});
});

test('the coverage rate is of the villages that stood in the register on the last day (HZ16-2)', async () => {
  const ground = await make();
  await ground.roundApproved();
  await ground.assignmentIssued();
  await ground.entered();
  const villages = [ground.organization, newId(), newId()];
  for (const village of villages) await ground.registered(village);
  const thirds = { villagePopulation: 3, villageCoveragePercent: 33 };
  await ground.figuresBecome({ ...inspected, ...thirds });
  await ground.dissolved(villages[1]!, parseDate('2017-10-01'));
  await ground.figuresBecome({ ...inspected, villagePopulation: 2, villageCoveragePercent: 50 });
  const before = { to: parseDate('2017-09-30') };
  expect(await ground.figures(ground.office, before)).toEqual({ ...inspected, ...thirds });
  expect(await ground.opened('villagePopulation', before)).toHaveLength(3);
  expect(await ground.opened('villageCoveragePercent', before)).toHaveLength(1);
});

test('every indicator says what it counts, also the rate of a place without villages (rules.md 16)', async () => {
  const { office } = await make();
  const { indicators } = await system.ask(listIndicators, {}, office);
  const { figures } = await system.ask(listFigures, {}, office);
  expect(figures.map(({ indicator }) => indicator)).not.toContain('villageCoveragePercent');
  expect(indicators).toContainEqual({
    indicator: 'villageCoveragePercent',
    sentence: expect.stringContaining('村（社区）巡察覆盖率') as string,
    unit: 'percent',
    parts: ['villagesInspected', 'villagePopulation'],
  });
  const told = new Set(indicators.map(({ indicator }) => indicator));
  expect(figures.filter(({ indicator }) => !told.has(indicator))).toEqual([]);
});

test('money is summed in fen, and a person with two outcomes is one person (rules.md 17)', async () => {
  const ground = await make();
  await ground.roundApproved();
  const outcome = async (
    kind: 'moneyRecovered' | 'accountability',
    amount: number | null,
    persons: string[],
  ) => {
    const outcomeId = newId();
    const which = { outcomeId, ...ground.place, caseId: newId(), itemId: null, findingId: null };
    await neighbours.rectification.publish(
      { site: ground.site, id: outcomeId, on },
      outcomeRecorded({ ...which, kind, on, amount, persons }),
    );
  };
  await outcome('moneyRecovered', 118_810_000, []);
  await outcome('moneyRecovered', 1, []);
  await outcome('accountability', null, ['A'.repeat(16)]);
  await outcome('accountability', null, ['A'.repeat(16), 'B'.repeat(16)]);
  await ground.figuresBecome({
    moneyRecovered: 118_810_001,
    accountabilityCases: 2,
    accountabilityPersons: 2,
  });
});

describe('running totals', () => {
  test('take in what is committed, and wait for nobody who has not committed yet', async () => {
    const ground = await make();
    const look = (sql: string, ...values: unknown[]) => system.look('insight', sql, values);
    const nothingIsLeft = async () =>
      (await look('SELECT 1 FROM total_change WHERE records <> 77')).length === 0;
    await look('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
    await look('BEGIN');
    try {
      await look(
        `INSERT INTO total_change (site, indicator, organization_id, team, unit, records, amount)
         VALUES ('3303', 'findings', ?, '', '', 77, 0)`,
        idToBytes(newId()),
      );
      await ground.roundApproved();
      await ground.finding();
      await ground.figuresBecome(found);
      await eventually(nothingIsLeft, 5_000);
    } finally {
      await look('ROLLBACK');
    }
  });

  test('equal a full recount', async () => {
    const counted = await recount(system);
    expect(counted.length).toBeGreaterThan(20);
    expect(await totals(system)).toEqual(counted);
  });

  test('are the same when the projection is read anew from zero', async () => {
    const before = await recount(system);
    await system.control('insight', { do: 'rebuild' });
    await eventually(async () => {
      const standing = await system.control('insight', { do: 'standing', consumer: 'main' });
      return heard.every((name) => {
        const { isClearing, lag } = standing.find(({ source }) => source === name)!;
        return !isClearing && lag === 0;
      });
    });
    expect(await recount(system)).toEqual(before);
    expect(await totals(system)).toEqual(before);
  });
});

test('those without the permission, and another site, are refused', async () => {
  const ground = await make();
  const member = await system.person('member', { site: ground.site });
  expect((await system.refusal(listFigures, {}, member)).code).toBe('access.denied');
  const limited = await system.person('office', { site: ground.site, organizationId: newId() });
  expect((await system.refusal(listFigures, {}, limited)).code).toBe('access.denied');
  expect((await system.refusal(listCountedRecords, { indicator: 'no.such' }, ground.office)).code).toBe(
    'figure.unknown',
  );
});

test('the bulletin has the figures that are not nought, as its reader is shown them', async () => {
  const ground = await make();
  const findingId = newId();
  for (const step of [ground.roundApproved, ground.assignmentIssued, ground.entered]) await step();
  await ground.finding(findingId);
  await ground.figuresBecome({ ...inspected, ...found });
  const reader = await system.person('office', { site: ground.site });
  const { base64 } = await system.ask(monthlyBulletin, {}, reader);
  const lines = linesOfWord(Buffer.from(base64, 'base64'));
  const { figures } = await system.ask(listFigures, {}, reader);
  const isIn = ({ sentence }: (typeof figures)[number]) => lines.includes(sentence);
  expect(figures.filter(isIn)).toEqual(figures.filter(({ value }) => value !== 0));
  const head = await system.person('organizationHead', { site: ground.site, organizationId: newId() });
  expect((await system.refusal(monthlyBulletin, {}, head)).code).toBe('access.denied');
});
