import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, parseDate } from '@xuncha/domain-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { insight } from '../main.js';
import { Ground, on, startNeighbours, type Neighbours } from './ground.fixture.js';
import { first, Matter, second, third } from './matter.fixture.js';
import { recount, totals } from './recount.fixture.js';

let system: ServicesUnderTest;
let neighbours: Neighbours;
beforeAll(async () => {
  system = await startServices([]);
  neighbours = await startNeighbours(system, 'planning', 'onsite', 'clues');
  await system.start(insight);
  await system.start(insight); // what one replica is told, the other must not overlook
});
afterAll(() => system?.stop());

const make = () => Ground.make(system, neighbours);
const december = parseDate('2017-12-01');

describe('what is told of a clue in any order, and twice', () => {
  const expected = {
    cluesTransferred: 1,
    'routine.cluesAssigned': 1,
    casesOfMisconduct: 1,
    personsFiled: 2,
    personsHandled: 2,
    'personsHandled.organizational': 1,
    'personsHandled.disciplinary': 1,
    'personsHandled.publiclyNamed': 1,
  };
  const stepsOf = (ground: Ground) => {
    const matter = new Matter(ground);
    const [filed, measure, sanction] = [
      matter.outcome('filed', [first, second]),
      matter.outcome('measure', [first, second]),
      matter.outcome('sanction', [second]),
    ];
    const ofClue = async () => {
      await matter.opened();
      await matter.concluded();
    };
    const ofTransfer = async () => {
      await matter.delivered();
      await matter.received();
    };
    return [
      ground.roundApproved,
      matter.raised,
      ofClue,
      ofTransfer,
      filed.recorded,
      measure.recorded,
      sanction.recorded,
      matter.outcome('namedPublicly', [first]).recorded,
    ];
  };

  test.each([
    ['in order', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['backwards', [7, 6, 5, 4, 3, 2, 1, 0]],
    ['the clue last, and everything twice', [0, 6, 3, 5, 4, 2, 1, 6, 3, 5, 4, 2, 1, 0, 7]],
  ])('comes to the same figures: %s', async (_, order) => {
    const ground = await make();
    const steps = stepsOf(ground);
    for (const step of order) await steps[step]!();
    await ground.figuresBecome(expected);
    expect(await ground.figures(ground.office, { from: on, to: on })).toEqual(expected);
  });
});

test('clues of one matter that were merged count once, through the one that absorbed them (rules.md 17)', async () => {
  const ground = await make();
  await ground.roundApproved({ joint: true });
  const [absorbed, kept] = [new Matter(ground), new Matter(ground)];
  await absorbed.raised();
  await kept.raised();
  await ground.figuresBecome({ 'joint.clues': 2 });
  await absorbed.mergedInto(kept);
  await ground.figuresBecome({ 'joint.clues': 1 });
  const [clue] = await ground.opened('joint.clues');
  expect(clue).toMatchObject({ recordId: kept.clueId, kind: 'clues.clue' });
});

describe('persons', () => {
  test('are counted once, however many clues and outcomes name them (rules.md 17)', async () => {
    const ground = await make();
    await ground.roundApproved();
    for (const named of [[first, second], [first]]) {
      const matter = new Matter(ground);
      await matter.raised();
      await matter.outcome('judicial', named).recorded();
      await matter.outcome('namedPublicly', named).recorded();
    }
    const opened = await eventually(async () => {
      const records = await ground.opened('personsHandled.judicial');
      return records.length === 2 && records;
    });
    await ground.figuresBecome({ 'personsHandled.judicial': 2, 'personsHandled.publiclyNamed': 2 });
    expect(opened.map(({ countedAs }) => countedAs.length).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(new Set(opened.flatMap(({ countedAs }) => countedAs))).toEqual(new Set([first, second]));
  });

  test('whose sanction is withdrawn are handled by measures again', async () => {
    const ground = await make();
    await ground.roundApproved();
    const matter = new Matter(ground);
    await matter.raised();
    await matter.outcome('measure', [first]).recorded();
    const sanction = matter.outcome('sanction', [first]);
    await sanction.recorded();
    const handled = { personsHandled: 1, casesOfMisconduct: 1 };
    await ground.figuresBecome({ ...handled, 'personsHandled.disciplinary': 1 });
    await sanction.withdrawn();
    await ground.figuresBecome({ ...handled, 'personsHandled.organizational': 1 });
  });

  test('handled by several outcomes count in the period of the first, and in none after it (hangzhou-2016)', async () => {
    const ground = await make();
    await ground.roundApproved();
    const [one, other] = [new Matter(ground), new Matter(ground)];
    for (const matter of [one, other]) await matter.raised();
    await one.outcome('measure', [first]).recorded();
    await one.outcome('measure', [third], december).recorded();
    await other.outcome('sanction', [first, second], december).recorded();
    const all = { casesOfMisconduct: 2, personsHandled: 3 };
    await ground.figuresBecome({
      ...all,
      'personsHandled.organizational': 2,
      'personsHandled.disciplinary': 2,
    });
    expect(await ground.figures(ground.office, { from: december })).toEqual({
      casesOfMisconduct: 1,
      personsHandled: 2,
      'personsHandled.organizational': 1,
      'personsHandled.disciplinary': 2,
    });
    const opened = await ground.opened('personsHandled', { from: december });
    expect(new Set(opened.flatMap(({ countedAs }) => countedAs))).toEqual(new Set([second, third]));
    expect(await ground.opened('casesOfMisconduct', { from: december })).toHaveLength(1);
  });
});

test('what came of a clue that moved up counts where it went (rules.md 7)', async () => {
  const ground = await make();
  const matter = new Matter(ground);
  await matter.outcome('filed', [first]).recorded();
  await matter.opened({ site: '330206', clueId: newId() });
  await matter.delivered();
  await ground.figuresBecome({ casesOfMisconduct: 1, personsFiled: 1, cluesTransferred: 1 });
});

test('to a recused person neither clues nor what came of them contain the organization', async () => {
  const ground = await make();
  const recused = await system.person('office', { site: ground.site });
  await system.recuse(recused, ground.organization);
  const matter = new Matter(ground);
  await matter.outcome('filed', [first]).recorded();
  await matter.raised();
  await matter.delivered();
  await ground.roundApproved();
  await ground.figuresBecome({ casesOfMisconduct: 1, personsFiled: 1, cluesTransferred: 1 });
  expect(await ground.figures(recused)).toEqual({});
  expect(await ground.figures(recused, { from: on })).toEqual({});
});

test('running totals equal a full recount', async () => {
  const counted = await recount(system);
  expect(counted.length).toBeGreaterThan(20);
  expect(await totals(system)).toEqual(counted);
});
