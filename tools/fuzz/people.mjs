/** Who sends: the demonstration's people, signed in as anybody signs in, and tokens that nobody was given. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const demonstrationSites = ['3303', '330381'];

/** Answers `{ name, site, roles, token, accountId }` for everybody of the demonstration, set up where nobody did before. */
export async function peopleOf({ address, dataFolder }) {
  // Compiled only by now.
  const { Api } = await import('../../apps/scenarios/dist/replay/api.js');
  const { Doors } = await import('../../apps/scenarios/dist/replay/doors.js');
  const doors = new Doors(new Api(address), { address, dataFolder });
  const { roleNames } = await import('@xuncha/contracts');
  const people = [];
  for (const site of demonstrationSites) {
    for (const role of roleNames) {
      const person = await doors.demonstration(role, site);
      const token = await doors.token(person);
      const { sub } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString('utf8'));
      people.push({ name: person.account, site, roles: [role], token, accountId: sub });
    }
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
    'changed after signing': `${header}.${encode({ ...claims, site: claims.site === '3303' ? '330381' : '3303' })}.${signature}`,
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
