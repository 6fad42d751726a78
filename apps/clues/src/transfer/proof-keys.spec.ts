import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { TransferProof } from '@xuncha/contracts';
import { canonicalJson, newId, parseDate } from '@xuncha/domain-kit';
import { digest, ProofKeys } from './proof-keys.js';

const program = fileURLToPath(new URL('../../../../tools/verify-receipt.mjs', import.meta.url));
interface Checked {
  readonly proof: string;
  readonly key: string;
  readonly content?: string;
}
const { verify } = (await import(program)) as { verify: (checked: Checked) => Record<string, unknown> };

const folder = mkdtempSync(join(tmpdir(), 'xuncha-proofs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const keys = new ProofKeys(folder);
const site = '330381';

const content = {
  persons: [{ name: '演示己001', authority: 'county' }],
  matter: '虚报工程款',
  source: '巡察发现',
};
const salt = 'salt';
const said: TransferProof = {
  kind: 'letter',
  site,
  transferId: newId(),
  number: '瑞线移〔2017〕1号',
  organId: newId(),
  clues: [{ number: '瑞线〔2017〕1号', contents: [digest(salt + canonicalJson(content))] }],
  by: newId(),
  on: parseDate('2017-06-01'),
  at: '2017-06-01T01:00:00.000Z',
  letter: null,
  organSignature: null,
};
const letter = keys.sign(said);
const receipt = keys.sign({ ...said, kind: 'receipt', letter: digest(letter) });
const proof = JSON.stringify({ letter, receipt, organSignature: null });
const key = readFileSync(join(folder, `receipt-${site}.pub`), 'utf8');

test('letter and receipt are checked with nothing but the file and the public key', () => {
  writeFileSync(join(folder, 'proof.json'), proof);
  const args = [join(folder, 'proof.json'), '--key', join(folder, `receipt-${site}.pub`)];
  const { status, stdout } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  expect(status).toBe(0);
  expect(stdout).toContain('签名有效');
  expect(verify({ proof, key: JSON.stringify({ keys: [keys.publicKey(site)] }) })).toMatchObject({
    receipt: { number: '瑞线移〔2017〕1号', letter: digest(letter) },
  });
});

describe('it is found out', () => {
  test('where any one character of letter or receipt is another', () => {
    for (const signed of ['letter', 'receipt'] as const) {
      const whole = { letter, receipt, organSignature: null };
      for (let at = 0; at < whole[signed].length; at++) {
        const other = whole[signed][at] === 'A' ? 'B' : 'A';
        const changed = `${whole[signed].slice(0, at)}${other}${whole[signed].slice(at + 1)}`;
        expect(() => verify({ proof: JSON.stringify({ ...whole, [signed]: changed }), key })).toThrow(signed);
      }
    }
  });

  test('where the key is that of another site', () => {
    const other = JSON.stringify(keys.publicKey('330382'));
    expect(() => verify({ proof, key: other })).toThrow('签名与公钥不符');
  });

  test('where a receipt is put beside another letter, or a letter in its place', () => {
    const another = keys.sign({ ...said, number: '瑞线移〔2017〕2号' });
    const beside = JSON.stringify({ letter: another, receipt, organSignature: null });
    expect(() => verify({ proof: beside, key })).toThrow('不是这份移交函');
    const twice = JSON.stringify({ letter, receipt: letter, organSignature: null });
    expect(() => verify({ proof: twice, key })).toThrow('另一种凭证');
  });

  test('where the signature of the organ was added or taken away afterwards', () => {
    const added = JSON.stringify({ letter, receipt, organSignature: 'a.b.c' });
    expect(() => verify({ proof: added, key })).toThrow('接收机关的签名');
  });

  test('where the content is not what was handed over; what was added later is no fault', () => {
    const answer = { number: '瑞线〔2017〕1号', contents: [content], salt };
    const check = (contents: unknown[]) =>
      verify({ proof, key, content: JSON.stringify({ ...answer, contents }) });
    expect(() => check([content])).not.toThrow();
    expect(() => check([content, { ...content, matter: '并入的事项' }])).not.toThrow();
    expect(() => check([{ ...content, matter: '虚报工程款等' }])).toThrow('内容与移交时不同');
  });
});

test('the private key is for its owner alone, and found again by the next process', () => {
  expect(statSync(join(folder, `receipt-${site}.key`)).mode & 0o777).toBe(0o600);
  expect(new ProofKeys(folder).publicKey(site)).toEqual(keys.publicKey(site));
});
