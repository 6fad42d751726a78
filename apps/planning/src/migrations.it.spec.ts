import { afterAll, beforeAll, expect, test } from 'vitest';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { planning } from './main.js';
import { migrations } from './migrations.js';

let system: ServicesUnderTest;

beforeAll(async () => {
  system = await startServices([]);
});
afterAll(() => system?.stop());

const beforeTalent = migrations.findIndex(({ name }) => name === 'planning-0007-authorized-team');
const members = JSON.stringify([{ accountId: newId(), role: 'leader' }]);

async function assigned(state: string, teamId: Id): Promise<Id> {
  const [id, organizationId, roundId] = [newId(), newId(), newId()];
  const [key, round] = [idToBytes(id), idToBytes(roundId)];
  await system.look(
    'planning',
    `INSERT INTO assignment (site, id, version, round_id, batch, team_id, designation, members, organizations, state)
     VALUES (?, ?, 2, ?, 1, ?, '市委第一巡察组', ?, '[]', ?)`,
    [system.site, key, round, idToBytes(teamId), members, state],
  );
  await system.look('planning', 'INSERT INTO assignment_organization VALUES (?, ?, ?, ?, ?)', [
    system.site,
    key,
    idToBytes(organizationId),
    round,
    state === 'cancelled' ? null : 1,
  ]);
  return organizationId;
}

test('teams that planning authorized itself, before talent did, go on with their people and organizations', async () => {
  const old = { name: 'planning', migrations: migrations.slice(0, beforeTalent), rows: [], controllers: [] };
  await system.start(old);
  const [issued, onlyPlanned, over] = [newId(), newId(), newId()];
  const own = [await assigned('entered', issued), await assigned('issued', issued)];
  own.push(await assigned('planned', issued));
  await assigned('cancelled', issued);
  await assigned('planned', onlyPlanned);
  await assigned('done', over);
  await system.start(planning);
  const teams = await system.look('planning', 'SELECT team_id, members FROM authorized_team');
  expect(teams).toEqual([{ team_id: idToBytes(issued), members }]);
  const cleared = await system.look<{ id: Buffer }>(
    'planning',
    'SELECT organization_id AS id FROM team_clearance WHERE team_id = ?',
    [idToBytes(issued)],
  );
  expect(cleared.map(({ id }) => id.toString('hex')).toSorted()).toEqual(
    own.map((id) => idToBytes(id).toString('hex')).toSorted(),
  );
});
