import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { newId } from '@xuncha/domain-kit';
import { Tokens } from './tokens.js';

const folder = mkdtempSync(join(tmpdir(), 'xuncha-tokens-'));
const elsewhere = mkdtempSync(join(tmpdir(), 'xuncha-tokens-'));
afterAll(() => [folder, elsewhere].forEach((path) => rmSync(path, { recursive: true })));

const tokens = new Tokens(folder);
const claims = { sub: newId(), site: '330381', exp: 2_000_000_000 };
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a token says who, in every process of the installation', () => {
  expect(new Tokens(folder).verify(tokens.sign(claims))).toMatchObject(claims);
});

describe('refused is a token', () => {
  const [header, payload, signature] = tokens.sign(claims).split('.') as [string, string, string];
  const hmac = createHmac('sha256', 'guess')
    .update(`${part({ alg: 'HS256' })}.${payload}`)
    .digest('base64url');
  test.each([
    ['of another installation', new Tokens(elsewhere).sign(claims)],
    [
      'whose claims were changed',
      `${header}.${part({ ...claims, site: '330382', aud: 'xuncha' })}.${signature}`,
    ],
    ['that says it needs no signature', `${part({ alg: 'none' })}.${payload}.`],
    ['signed by another algorithm', `${part({ alg: 'HS256' })}.${payload}.${hmac}`],
    ['that is no token', 'a.b'],
    ['that cannot be read', '%%%.%%%.%%%'],
  ])('%s', (_, token) => {
    expect(() => tokens.verify(token)).toThrow('session.invalid');
  });

  test('that has run out, also where it was good before', () => {
    const token = tokens.sign({ ...claims, exp: 1_000 });
    tokens.verify(token, 999_999);
    expect(() => tokens.verify(token, 1_000_001)).toThrow('session.expired');
  });

  test('that is missing', () => {
    expect(() => tokens.verify(undefined)).toThrow('session.missing');
  });
});
