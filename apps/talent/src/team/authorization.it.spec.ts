// 巡察组授权书: once a team is authorized, for those who may read it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { teamAuthorization } from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { accountName, organizationName, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { talent } from '../main.js';
import { designation, Ground } from './ground.fixture.js';

let system: ServicesUnderTest;
let ground: Ground;
beforeAll(async () => {
  system = await startServices([talent]);
  await system.publisher('identity');
  ground = await Ground.make(system);
});
afterAll(() => system?.stop());

test('it names the team by its accounts, for which round and whom it inspects; there is none before', async () => {
  const [roundId, village] = [await ground.round(), await ground.organization()];
  const proposed = await ground.propose(roundId, await ground.members(), '市委第九巡察组');
  const refused = async (teamId: string, as = ground.office) =>
    (await system.refusal(teamAuthorization, { teamId }, as)).code;
  expect(await refused(proposed.id)).toBe('team.no-authorization');
  const { teamId } = await ground.authorized(roundId, [village], await ground.members());
  const { members } = await ground.read(teamId);
  const { base64 } = await system.ask(teamAuthorization, { teamId }, ground.leadingGroup);
  const text = linesOfWord(Buffer.from(base64, 'base64')).join('\n');
  for (const told of [designation, '第一轮', organizationName(teamId)]) expect(text).toContain(told);
  for (const { accountId } of members) expect(text).toContain(accountName(accountId!));
  expect(await refused(teamId, await system.person('petitionCustodian'))).toBe('access.denied');
});
