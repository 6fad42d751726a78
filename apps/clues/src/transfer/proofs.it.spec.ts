import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  departmentClientKeyRetired,
  departmentClientRegistered,
  listProofKeys,
  readClueContent,
  readTransferProof,
  receiveTransfer,
  TransferProof,
  type PublicKey,
} from '@xuncha/contracts';
import { canonicalJson, idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { calculateJwkThumbprint, CompactSign, compactVerify, createLocalJWKSet } from 'jose';
import { Desk, Neighbours } from '../desk.fixture.js';
import { clues } from '../main.js';
import { Batch } from './batch.fixture.js';
import { digest } from './proof-keys.js';

let system: ServicesUnderTest;
let neighbours: Neighbours;
let desk: Desk;

beforeAll(async () => {
  system = await startServices([clues]);
  neighbours = await Neighbours.start(system);
  desk = await Desk.open(system, neighbours);
});
afterAll(() => system?.stop());

const proofOf = ({ id: transferId }: Batch, as = desk.people.organCustodian) =>
  system.ask(readTransferProof, { transferId }, as);
/** Checked as any library would. */
async function payloadOf(jws: string | null): Promise<TransferProof> {
  const { keys } = await system.ask(listProofKeys, {}, desk.people.organCustodian);
  const { payload } = await compactVerify(jws!, createLocalJWKSet({ keys }));
  return TransferProof.parse(JSON.parse(Buffer.from(payload).toString()));
}
async function delivered(): Promise<Batch> {
  const batch = await Batch.draft(desk, [await desk.screened(), await desk.screened()]);
  await batch.approved();
  await batch.deliver();
  return batch;
}

test('letter and receipt are signed by the site and say what was handed over, to whom, by whom and when (rules.md 8)', async () => {
  const batch = await delivered();
  const { clueCustodian, organCustodian } = desk.people;
  const letter = await payloadOf((await proofOf(batch)).letter);
  expect((await proofOf(batch)).receipt).toBeNull();
  expect(letter).toMatchObject({
    kind: 'letter',
    site: desk.site,
    transferId: batch.id,
    number: (await batch.view()).number,
    organId: desk.organId,
    by: clueCustodian.account,
    on: desk.on,
  });
  expect(letter.clues.map(({ number }) => number)).toEqual(
    await Promise.all(batch.clueIds.map(async (clueId) => (await desk.clue(clueId)).number)),
  );
  await batch.receive();
  const proof = await proofOf(batch);
  expect(await payloadOf(proof.receipt)).toMatchObject({
    kind: 'receipt',
    by: organCustodian.account,
    letter: digest(proof.letter!),
    clues: letter.clues,
    organSignature: null,
  });
});

test('whoever may read a content can compare it with the receipt; the receipt alone tells nothing of it', async () => {
  const batch = await delivered();
  await batch.receive();
  const [clueId] = batch.clueIds as [Id];
  const asked = { clueId, purpose: '初步核实' };
  const { contents, salt, number } = await system.ask(readClueContent, asked, desk.people.organCustodian);
  const { receipt } = await proofOf(batch);
  const stated = (await payloadOf(receipt)).clues.find((clue) => clue.number === number)!;
  expect(stated.contents).toEqual(contents.map((content) => digest(salt + canonicalJson(content))));
  expect(stated.contents).not.toContain(digest(canonicalJson(contents[0])));
});

test('a proof is read by those who may read the transfer, and is unknown to the rest', async () => {
  const batch = await delivered();
  const other = await desk.custodianOf(newId());
  const refusal = await system.refusal(readTransferProof, { transferId: batch.id }, other);
  expect(refusal.code).toBe('record.unknown');
});

describe('the organ’s own signature', () => {
  let program: Person;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwk = publicKey.export({ format: 'jwk' }) as PublicKey;
  const signed = (said: object, by = privateKey) =>
    new CompactSign(Buffer.from(JSON.stringify(said))).setProtectedHeader({ alg: 'EdDSA' }).sign(by);
  const saidOf = async (batch: Batch) => ({
    transferId: batch.id,
    letter: digest((await proofOf(batch)).letter!),
  });
  const receiptOf = async (batch: Batch, signature: string) => ({
    transferId: batch.id,
    seen: (await batch.view()).version,
    signature,
  });
  const known = () =>
    system.look('clues', 'SELECT kid FROM department_key WHERE client_id = ?', [idToBytes(program.account)]);

  beforeAll(async () => {
    program = await desk.custodianOf(desk.organId);
    const key = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA' as const };
    const body = { clientId: program.account, organizationId: desk.organId, scopes: [], key };
    await neighbours.identity.publish(
      { site: desk.site, id: program.account },
      departmentClientRegistered(body),
    );
    await eventually(async () => (await known()).length === 1);
  });

  test('by its registered key is kept, and the receipt names it', async () => {
    const batch = await delivered();
    const signature = await signed(await saidOf(batch));
    await system.ask(receiveTransfer, await receiptOf(batch, signature), program);
    const proof = await proofOf(batch);
    expect(proof.organSignature).toBe(signature);
    expect((await payloadOf(proof.receipt)).organSignature).toBe(digest(signature));
  });

  test('of another key, another transfer, another letter, or by somebody who registered none, is no receipt', async () => {
    const [batch, other] = [await delivered(), await delivered()];
    const said = await saidOf(batch);
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const wrong = [
      await signed(said, stranger),
      await signed({ ...said, transferId: other.id }),
      await signed({ ...said, letter: digest('another letter') }),
      'a.b.c',
    ];
    for (const signature of wrong) {
      const refusal = await system.refusal(receiveTransfer, await receiptOf(batch, signature), program);
      expect(refusal.code).toBe('transfer.signature-invalid');
    }
    const mine = await receiptOf(batch, await signed(said));
    const refusal = await system.refusal(receiveTransfer, mine, desk.people.organCustodian);
    expect(refusal.code).toBe('transfer.signature-invalid');
    expect((await batch.view()).state).toBe('delivered');
  });

  test('does not tell another organ that there is such a transfer', async () => {
    const batch = await delivered();
    const receipt = await receiptOf(batch, await signed(await saidOf(batch)));
    const elsewhere = await desk.custodianOf(newId());
    expect((await system.refusal(receiveTransfer, receipt, elsewhere)).code).toBe('record.unknown');
    const unknown = { ...receipt, transferId: newId() };
    expect((await system.refusal(receiveTransfer, unknown, elsewhere)).code).toBe('record.unknown');
  });

  test('by a key that was retired is none', async () => {
    const batch = await delivered();
    const kid = await calculateJwkThumbprint(jwk);
    const place = { site: desk.site, id: program.account };
    await neighbours.identity.publish(place, departmentClientKeyRetired({ clientId: program.account, kid }));
    await eventually(async () => (await known()).length === 0);
    const receipt = await receiptOf(batch, await signed(await saidOf(batch)));
    expect((await system.refusal(receiveTransfer, receipt, program)).code).toBe('transfer.signature-invalid');
  });
});
