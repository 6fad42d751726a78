import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  assignPetition,
  readPetition,
  receivePetition,
  referPetition,
  screenPetition,
  type In,
} from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { onsite } from '../main.js';
import { Visit } from '../visit.fixture.js';

let system: ServicesUnderTest;
let visit: Visit;

beforeAll(async () => {
  system = await startServices([onsite]);
  visit = await Visit.prepare(system, await system.publisher('planning'));
  await visit.enter();
});
afterAll(() => system?.stop());

async function received(more: Partial<In<typeof receivePetition>>) {
  const letter = { inspectionId: visit.inspectionId, channel: 'letter' as const, content: '反映事项' };
  return system.ask(receivePetition, { ...letter, ...more }, visit.people.petitionCustodian);
}

test('a petition is never referred to the unit complained about, nor with an identity not released (rules.md 14)', async () => {
  const { petitionCustodian } = visit.people;
  const concernsId = newId();
  const { id: petitionId } = await received({ concernsId });
  await system.ask(screenPetition, { petitionId, seen: 1 }, petitionCustodian);
  const refer = (toOrganizationId: Id, withSender = false) =>
    system.refusal(referPetition, { petitionId, seen: 2, toOrganizationId, withSender }, petitionCustodian);
  for (const unit of [concernsId, visit.place.organizationId])
    expect((await refer(unit)).code).toBe('petition.referred-to-unit-complained-about');
  expect((await refer(newId(), true)).code).toBe('petition.identity-without-consent');
  const elsewhere = { petitionId, seen: 2, toOrganizationId: newId(), withSender: false };
  await system.ask(referPetition, elsewhere, petitionCustodian);
  expect((await system.ask(readPetition, { petitionId }, petitionCustodian)).state).toBe('referred');
});

test('a report about the inspectors’ own conduct never reaches the team concerned: it is referred (rules.md 18)', async () => {
  const { petitionCustodian, member, leader } = visit.people;
  const { id: petitionId } = await received({ concernsTeam: true });
  await system.ask(screenPetition, { petitionId, seen: 1 }, petitionCustodian);
  const to = { petitionId, seen: 2, assigneeId: member.account };
  const refused = await system.refusal(assignPetition, to, petitionCustodian);
  expect(refused.code).toBe('petition.concerns-team');
  const elsewhere = { petitionId, seen: 2, toOrganizationId: newId(), withSender: false };
  await system.ask(referPetition, elsewhere, petitionCustodian);
  for (const one of [member, leader])
    expect((await system.refusal(readPetition, { petitionId }, one)).code).toBe('record.unknown');
});
