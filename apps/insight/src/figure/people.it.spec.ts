import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, parseDate } from '@xuncha/domain-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { insight } from '../main.js';
import { Ground, startNeighbours, type Neighbours } from './ground.fixture.js';
import { member, People } from './people.fixture.js';
import { recount, totals } from './recount.fixture.js';

let system: ServicesUnderTest;
let neighbours: Neighbours;
beforeAll(async () => {
  system = await startServices([]);
  neighbours = await startNeighbours(system, 'planning', 'talent', 'onsite');
  await system.start(insight);
  await system.start(insight); // what one replica is told, the other must not overlook
});
afterAll(() => system?.stop());

async function make() {
  const ground = await Ground.make(system, neighbours);
  return { ground, people: new People(ground) };
}
const [march, may, june, december] = ['2017-03-01', '2017-05-04', '2017-06-01', '2017-12-31'].map(
  parseDate,
) as [never, never, never, never];
const inspected = {
  organizationsInspected: 1,
  'organizationsInspected.village': 1,
  'organizationsInspected.secondLevelBudgetUnitsAndVillages': 1,
  villagesInspected: 1,
  teams: 1,
};
const [leader, deputy, own, lent] = [newId(), newId(), newId(), newId()];
const members = [
  member(leader, 'leader'),
  member(deputy, 'deputy'),
  member(own, 'member'),
  member(lent, 'member', true),
];

describe('a team that inspects', () => {
  const perTeam = { leadersPerTeam: 1, deputiesPerTeam: 1, staffPerTeamMin: 2, staffPerTeamMax: 2 };
  const expected = { ...inspected, ...perTeam, teamsFormed: 1, inspectorParticipations: 4, inspectors: 3 };

  test.each([
    ['in order', [0, 1, 2, 3]],
    ['backwards', [3, 2, 1, 0]],
    ['the team last', [0, 2, 3, 1]],
    ['the team first', [1, 3, 0, 2]],
  ])('counts its people, whatever order it is heard of in: %s', async (_, order) => {
    const { ground, people } = await make();
    const steps = [
      ground.roundApproved,
      () => people.authorized(members),
      ground.assignmentIssued,
      ground.entered,
    ];
    for (const step of order) await steps[step]!();
    await ground.figuresBecome(expected);
    expect(await ground.figures(ground.office, { from: may, to: may })).toEqual(expected);
  });

  test('opens to its inspections, per team where they are counted per team (rules.md 16)', async () => {
    const { ground, people } = await make();
    await ground.roundApproved();
    await people.authorized(members);
    await ground.assignmentIssued();
    await ground.entered();
    await ground.figuresBecome(expected);
    const [inspection] = await ground.opened('inspectors');
    expect(inspection).toMatchObject({ recordId: ground.place.inspectionId, kind: 'onsite.inspection' });
    expect(new Set(inspection!.countedAs)).toEqual(new Set([leader, deputy, own]));
    expect(await ground.opened('leadersPerTeam')).toMatchObject([{ countedAs: [leader], team: ground.team }]);
    const [team] = await ground.opened('inspectorParticipations');
    expect(team).toMatchObject({ recordId: ground.team, kind: 'talent.team' });
    expect(team!.countedAs).toHaveLength(4);
  });

  test('whose member is replaced has had both take part (rules.md 2)', async () => {
    const { ground, people } = await make();
    await ground.roundApproved();
    await people.authorized(members);
    await people.changed([...members.slice(0, 3), member(newId(), 'member')], june);
    await people.changed([...members.slice(0, 3), member(lent, 'member', true)], december);
    await ground.figuresBecome({ teamsFormed: 1, inspectorParticipations: 5 });
    const until = async (to: string) => (await ground.figures(ground.office, { to })).inspectorParticipations;
    expect([await until('2017-05-31'), await until('2017-06-01')]).toEqual([4, 5]);
  });
});

describe('the pool', () => {
  const standing = (to: string) => ({ from: '2017-01-01', to });
  const pool = async (ground: Ground, to: string) => {
    const { fullTimeInspectors = 0, inspectorsInPool = 0 } = await ground.figures(
      ground.office,
      standing(to),
    );
    return [fullTimeInspectors, inspectorsInPool];
  };

  test('is who stood in it on the last day of the period, as the force they then were (SP-5)', async () => {
    const { ground, people } = await make();
    const [stays, suspended, moved] = [
      await people.inspector('fullTime'),
      await people.inspector('borrowed'),
      await people.inspector('standing'),
    ];
    await people.inspector('fullTime'); // a candidate is in no pool
    await stays.pooled(march);
    await suspended.pooled(march);
    await suspended.suspended(may);
    await moved.pooled(march);
    await moved.changed(june, 'fullTime');
    await ground.figuresBecome({ fullTimeInspectors: 2, inspectorsInPool: 2, talentPool: 2 });
    expect(await pool(ground, '2017-02-28')).toEqual([0, 0]);
    expect(await pool(ground, '2017-03-01')).toEqual([1, 3]);
    expect(await pool(ground, '2017-05-04')).toEqual([1, 2]);
    expect(await pool(ground, '2017-06-01')).toEqual([2, 2]);
    const opened = await ground.opened('talentPool', standing('2017-05-04'));
    expect(opened.map(({ recordId }) => recordId).toSorted()).toEqual([stays.id, moved.id].toSorted());
    await suspended.pooled(june);
    await stays.left(december);
    await ground.figuresBecome({ fullTimeInspectors: 1, inspectorsInPool: 2, talentPool: 2 });
    expect(await pool(ground, '2017-12-30')).toEqual([2, 3]);
  });

  test('has people trained once however many courses they took, and in each period anew (NB17-16)', async () => {
    const { ground, people } = await make();
    const one = await people.inspector('fullTime');
    const other = await people.inspector('standing');
    await one.trained(march, 'city');
    await one.trained(march, 'city');
    await one.trained(june, 'outside');
    await other.trained(june, 'city');
    await one.promoted(december);
    const trained = { trainees: 2, trainedByCity: 2, trainedInCourses: 2, inspectorsSentToTraining: 1 };
    await ground.figuresBecome({ ...trained, promotedToDivisionRank: 1 });
    expect(await ground.figures(ground.office, { from: march, to: may })).toEqual({
      trainees: 1,
      trainedByCity: 1,
      trainedInCourses: 1,
    });
    expect(await ground.figures(ground.office, { from: june, to: december })).toEqual({
      trainees: 2,
      trainedByCity: 1,
      trainedInCourses: 1,
      inspectorsSentToTraining: 1,
      promotedToDivisionRank: 1,
    });
    expect(await ground.opened('trainedInCourses')).toHaveLength(2);
  });
});

test('running totals equal a full recount', async () => {
  const counted = await recount(system);
  expect(counted.length).toBeGreaterThan(20);
  expect(await totals(system)).toEqual(counted);
});
