/** Records whose texts only some may read: where one comes back to anybody else, something leaks. */
import { randomBytes } from 'node:crypto';

/** Of every site one that no other may read; and one that everybody in its site is recused from. */
export async function setCanaries(address, people, ids) {
  const secrets = [];
  for (const site of new Set(people.map((person) => person.site))) {
    const foreign = await canary(address, people, site);
    ids.note('organization', foreign.id);
    secrets.push({ ...foreign, what: `a record of ${site}`, hiddenFrom: (asking) => asking !== site });
    const hidden = await canary(address, people, site);
    const own = people.filter((person) => person.site === site);
    const security = holderOf(own, 'securityAdministrator');
    for (const { accountId } of own) {
      const body = { accountId, organizationId: hidden.id, reason: '演示回避' };
      await sent(address, security, 'POST /recusals', body);
    }
    await untilUnknown(address, own, hidden);
    ids.note('organization', hidden.id);
    secrets.push({ ...hidden, what: 'a record that all are recused from' });
  }
  return secrets;
}

async function canary(address, people, site) {
  const office = holderOf(
    people.filter((person) => person.site === site),
    'office',
  );
  const mark = randomBytes(6).toString('hex').toUpperCase();
  const text = `金丝雀${mark}`;
  const { id } = await sent(address, office, 'POST /organizations', {
    code: `Y${mark}`,
    name: text,
    kind: 'village',
  });
  return { id, text, office };
}

function holderOf(people, role) {
  return people.find(({ roles }) => roles.includes(role));
}

/** A recusal takes effect with its event. */
async function untilUnknown(address, people, { id, office }) {
  const end = Date.now() + 30_000;
  while (people.includes(office) && Date.now() < end) {
    const response = await fetch(`${address}/api/v1/organizations/${id}`, {
      headers: { authorization: `Bearer ${office.token}` },
    });
    await response.body?.cancel();
    if (response.status === 404) return;
  }
  throw new Error('a recusal takes no effect');
}

async function sent(address, { token }, line, body) {
  const [method, path] = line.split(' ');
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (response.status !== 200) throw new Error(`${line}: ${JSON.stringify(answer)}`);
  return answer;
}
