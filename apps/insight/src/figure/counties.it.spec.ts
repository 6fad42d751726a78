import { afterAll, beforeAll, expect, test } from 'vitest';
import { statisticsArrived } from '@xuncha/contracts';
import { newId, parseDate } from '@xuncha/domain-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { insight } from '../main.js';
import { Ground, startNeighbours, type Neighbours } from './ground.fixture.js';

let system: ServicesUnderTest;
let neighbours: Neighbours;
beforeAll(async () => {
  system = await startServices([]);
  neighbours = await startNeighbours(system, 'linkage');
  await system.start(insight);
});
afterAll(() => system?.stop());

const year = { from: parseDate('2017-01-01'), to: parseDate('2017-12-31') };

function arrive(
  { site }: Ground,
  fromSite: string,
  number: number,
  figures: Record<string, number>,
  period = year,
) {
  const statisticsId = newId();
  const values = Object.entries(figures).map(([id, value]) => ({ id, value }));
  return neighbours.linkage.publish(
    { site, id: statisticsId },
    statisticsArrived({ statisticsId, fromSite, number, period, figures: values }),
  );
}

test('a city sees the sum of what its counties handed up last for the period it asks for, opened to one record per county', async () => {
  const city = await Ground.make(system, neighbours);
  await arrive(city, '330206', 2, { findings: 120, organizationsInspected: 30, trainedByCity: 9 });
  await arrive(city, '330206', 1, { findings: 99, organizationsInspected: 3, trainedByCity: 1 });
  await arrive(city, '330211', 1, { findings: 0, organizationsInspected: 0, trainedByCity: 1 });
  await arrive(
    city,
    '330211',
    2,
    { findings: 7, organizationsInspected: 1 },
    {
      ...year,
      to: parseDate('2017-06-30'),
    },
  );
  await city.figuresBecome(
    {
      'countyLevel.findings': 120,
      'countyLevel.organizationsInspected': 30,
      'countyLevel.counties': 1,
      'countyLevel.trainedByCity': 10,
      trainedInCourses: 10,
    },
    year,
  );
  const opened = await city.opened('countyLevel.findings', year);
  expect(opened.map(({ kind, countedAs, amount }) => ({ kind, countedAs, amount }))).toEqual(
    expect.arrayContaining([
      { kind: 'linkage.statistics', countedAs: ['330206'], amount: 120 },
      { kind: 'linkage.statistics', countedAs: ['330211'], amount: 0 },
    ]),
  );
  const trained = await city.opened('trainedInCourses', year);
  expect(trained.map(({ amount }) => amount)).toEqual(expect.arrayContaining([1, 9]));
  await city.figuresBecome({}, { ...year, to: parseDate('2017-12-30') });
  await city.figuresBecome({});
});
