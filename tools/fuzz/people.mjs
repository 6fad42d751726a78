/** Who sends: the demonstration's people, signed in as anybody signs in, and tokens that nobody was given. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers `{ name, site, roles, token, accountId }` for everybody of the demonstration. */
export async function peopleOf({ address, dataFolder }) {
  const path = join(dataFolder, 'demonstration-accounts.json');
  const accounts = JSON.parse(readFileSync(path, 'utf8'));
  const people = [];
  for (const { site, account, password, roles } of accounts) {
    const response = await fetch(`${address}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ site, account, password }),
    });
    if (response.status !== 200) throw new Error(`${account} cannot sign in: ${await response.text()}`);
    const { token, accountId } = await response.json();
    people.push({ name: account, site, roles, token, accountId });
  }
  return people;
}

/** Each must be refused wherever a token is needed. The installation's key signs those that are false in what they say. */
export function falseTokens({ token }, { dataFolder }) {
  const key = readFileSync(join(dataFolder, 'keys', 'token.pem'), 'utf8');
  const [header, payload, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const stranger = generateKeyPairSync('ed25519').privateKey;
  const signed = (more, by = key, head = { alg: 'EdDSA', typ: 'JWT' }) => {
    const text = `${encode(head)}.${encode({ ...claims, ...more })}`;
    return `${text}.${sign(null, Buffer.from(text), by).toString('base64url')}`;
  };
  const keyed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${payload}`;
  return {
    expired: signed({ exp: Math.floor(Date.now() / 1000) - 60 }),
    'of another audience': signed({ aud: 'somebody-else' }),
    'of no audience': signed({ aud: undefined }),
    'signed by a stranger': signed({}, stranger),
    'changed after signing': `${header}.${encode({ ...claims, site: '3303' })}.${signature}`,
    'with no algorithm': `${encode({ alg: 'none' })}.${payload}.`,
    'with the algorithm in its header changed': signed({}, key, { alg: 'none', typ: 'JWT' }),
    'keyed with the public key': `${keyed}.${createHmac('sha256', key).update(keyed).digest('base64url')}`,
    'without its end': `${header}.${payload}`,
    'of nothing': '..',
    'that is no token': 'x'.repeat(9000),
  };
}

function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
