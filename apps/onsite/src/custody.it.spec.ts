import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allContracts,
  organizationRoles,
  raiseClue,
  readFinding,
  readPetitionContent,
  receivePetition,
  recordActivities,
  roleMay,
  listFindingLooks,
  type QueryContract,
} from '@xuncha/contracts';
import { DomainError, type Id } from '@xuncha/domain-kit';
import { startServices, type Person, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { onsite } from './main.js';
import { Visit } from './visit.fixture.js';

let system: ServicesUnderTest;
let planning: Publisher;
let visit: Visit;
let findingId: Id;
let feedbackId: Id;
const purpose = '核实信访件';

beforeAll(async () => {
  system = await startServices([onsite]);
  planning = await system.publisher('planning');
  const earlier = await Visit.prepare(system, planning);
  await earlier.enter();
  const decided = (await earlier.finding()).id;
  await earlier.leave();
  await earlier.decided([decided]);
  feedbackId = (await earlier.presented()).id;
  visit = await Visit.prepare(system, planning);
  await visit.enter();
  findingId = (await visit.finding()).id;
  const { organizationHead, organizationLiaison } = visit.people;
  const { organizationId } = earlier.place;
  await system.grant(organizationHead, 'organizationHead', { organizationId });
  await system.grant(organizationLiaison, 'organizationLiaison', { organizationId });
});
afterAll(() => system?.stop());

const petition = () =>
  system.ask(
    receivePetition,
    { inspectionId: visit.inspectionId, channel: 'letter', content: '账目未公开' },
    visit.people.petitionCustodian,
  );

/** Every query of this service that a role may ask, and those that anybody may. */
const askable = allContracts().filter(
  (contract): contract is QueryContract =>
    contract.kind === 'query' &&
    contract.service === 'onsite' &&
    contract.route !== undefined &&
    (!contract.permission || organizationRoles.some((role) => roleMay(role, contract.permission!))),
);

/** Word for word what this person is answered, refusals too, but for the service's clock. */
async function answersTo(person: Person): Promise<string> {
  const known: Record<string, Id> = { feedbackId, findingId, inspectionId: visit.inspectionId };
  const answers = askable
    .filter(({ name }) => !name.endsWith('.clock.read'))
    .map(async (contract) => {
      const fields = Object.keys(contract.input.shape).filter((field) => field in known);
      const input = Object.fromEntries(fields.map((field) => [field, known[field]]));
      const refused = (error: unknown) => (error instanceof DomainError ? [error.code, error.facts] : error);
      return [contract.name, await system.ask(contract, input, person).catch(refused)];
    });
  return JSON.stringify(await Promise.all(answers));
}

test('the inspected organization is answered the same whether one to four people reported and talked or none did (rules.md 13)', async () => {
  const { organizationHead, organizationLiaison, leader, member } = visit.people;
  const { inspectionId } = visit;
  const side = [organizationHead, organizationLiaison];
  const before = await Promise.all(side.map(answersTo));
  expect(before[0]).toContain(feedbackId);
  for (let people = 1; people <= 4; people++) {
    await petition();
    await system.ask(
      recordActivities,
      { inspectionId, kind: 'interview', activities: [{ title: '谈话' }] },
      member,
    );
    const after = await Promise.all(side.map(answersTo));
    expect(after).toEqual(before);
  }
  const content = { matter: '虚报冒领', source: '来信', persons: [] };
  const clue = { inspectionId, findingId, nature: 'work' as const, content };
  await system.ask(raiseClue, clue, leader);
  expect(await Promise.all(side.map(answersTo))).toEqual(before);
});

test('the leader and the office see who looked at a finding; a member and the organization do not', async () => {
  const { leader, office, member, organizationHead } = visit.people;
  await system.ask(readFinding, { findingId }, member);
  for (const answering of [leader, office]) {
    const { items } = await system.ask(listFindingLooks, { findingId }, answering);
    expect(items.map(({ accountId }) => accountId)).toContain(member.account);
  }
  for (const other of [member, organizationHead])
    expect((await system.refusal(listFindingLooks, { findingId }, other)).code).toBe('access.denied');
  const elsewhere = await Visit.prepare(system, planning);
  const refused = await system.refusal(listFindingLooks, { findingId }, elsewhere.people.leader);
  expect(refused.code).toBe('record.unknown');
});

test('many who read at once are each on record', async () => {
  const { id: petitionId } = await petition();
  const { petitionCustodian } = visit.people;
  const read = () => system.ask(readPetitionContent, { petitionId, purpose }, petitionCustodian);
  await Promise.all(Array.from({ length: 50 }, read));
  const [counted] = await system.look<{ looks: string | number }>(
    'onsite',
    'SELECT COUNT(*) AS looks FROM looked_record WHERE record_id = UNHEX(?)',
    [petitionId.replaceAll('-', '')],
  );
  expect(Number(counted!.looks)).toBe(50);
});

test('what cannot be put on record is not handed out (rules.md 13)', async () => {
  const { id: petitionId } = await petition();
  const { petitionCustodian } = visit.people;
  await system.look('onsite', 'RENAME TABLE looked_record TO looked_elsewhere');
  const refused = await system.refusal(readPetitionContent, { petitionId, purpose }, petitionCustodian);
  await system.look('onsite', 'RENAME TABLE looked_elsewhere TO looked_record');
  expect(refused.code).toBe('internal');
  const read = await system.ask(readPetitionContent, { petitionId, purpose }, petitionCustodian);
  expect(read.content).toBe('账目未公开');
});
