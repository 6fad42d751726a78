// A county never sees another county (ALL-2): everything that can be asked is tried, by somebody who may do everything in their own
// county, on another that has a year of records. Generated from the contracts, so that a new one is tried without anybody thinking of it.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  administratorRoles,
  allContracts,
  roleMay,
  roleNames,
  teamRoles,
  type Role,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { eventually, publishedEvents } from '@xuncha/testing';
import { Api } from '../replay/api.js';
import { Doors, type Account } from '../replay/doors.js';
import { installationFrom } from '../replay/installation.js';
import { passwordFrom, SECURITY } from '../replay/passwords.js';
import { readable } from './crawl.fixture.js';
import { inputOf, namesRecords, type Callable, type IdOf } from './inputs.fixture.js';
import { smallYear } from './small-year.fixture.js';

const installation = installationFrom(process.env);
const doors = new Doors(new Api(installation.address), installation);
const own = '330381';
const administrators: readonly Role[] = administratorRoles;
const ofOrganizations: readonly Role[] = ['organizationHead', 'organizationLiaison', 'organCustodian'];
const ofTeams: readonly Role[] = teamRoles;

const contracts = allContracts().flatMap((contract) =>
  contract.kind === 'event' || contract.kind === 'file' || !contract.route ? [] : [contract],
);
const named = (list: readonly Callable[]) => list.map((contract) => [contract.name, contract] as const);
const services = [...new Set(contracts.map(({ service }) => service))];

let other: string;
/** Who asks what: whoever of the own county has the permission. */
const people = new Map<string, Account>();
let watcher: Known;
/** Ids of the other county's records, by kind. */
const theirs = new Map<string, string[]>();
let everything: Awaited<ReturnType<typeof publishedEvents>>;

interface Known {
  readonly accountId: string;
  readonly account: Account;
}
interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
async function send(
  { route }: Callable,
  input: Record<string, unknown>,
  { token, site }: { token: string; site?: string },
): Promise<Answer> {
  const rest = { ...input };
  const path = route!.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const isQuery = route!.method === 'GET';
  const query = isQuery ? `?${new URLSearchParams(rest as Record<string, string>).toString()}` : '';
  const response = await fetch(`${installation.address}/api/v1${path}${query}`, {
    method: route!.method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(site ? { 'x-xc-site': site } : {}),
      ...(isQuery ? {} : { 'content-type': 'application/json' }),
    },
    ...(isQuery ? {} : { body: JSON.stringify(rest) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
/** What it says, without what is another at every asking: ids, numbers, the trace. */
function meaning({ status, body }: Answer): string {
  const { instance: _instance, ...said } = body;
  return `${status} ${JSON.stringify(said)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/\d+/g, 'n')}`;
}
const tokenFor = ({ permission }: Callable): Promise<string> =>
  doors.token(
    people.get(administrators.find((role) => permission && roleMay(role, permission)) ?? 'intruder')!,
  );

/** Of the kind that the field names, else of the kind that is asked for, else of any. */
const theirIds = (contract: Callable): IdOf => {
  const any = [...theirs.values()].flat()[0]!;
  const aggregate = contract.name.split('.')[1]!;
  return (field) => (theirs.get(field.replace(/Ids?$/, '')) ?? theirs.get(aggregate))?.[0] ?? any;
};

async function account(
  site: string,
  security: string,
  roles: readonly Role[],
  limits: (role: Role) => object,
): Promise<Known> {
  const by = { token: security };
  const ask = async (name: string, input: Record<string, unknown>) =>
    (
      await send(
        contracts.find((contract) => contract.name === name)!,
        input,
        by,
      )
    ).body;
  const login = `try-${newId().slice(-10)}`;
  const wanted = { account: login, name: '演示外人' };
  const { id: accountId, setUpCode } = await ask('identity.account.create', wanted);
  for (const role of roles) {
    const given = await ask('identity.grant.give', { accountId, role, ...limits(role) });
    expect(given).toHaveProperty('id');
  }
  const made = { site, account: login, password: `演示口令-${newId()}` };
  await doors.setUp(made, String(setUpCode));
  const token = await doors.token(made);
  await eventually(async () => {
    for (const contract of contracts.filter(isOpenTo(roles)))
      if ((await send(contract, {}, { token })).status !== 200) return false;
    return true;
  });
  return { accountId: String(accountId), account: made };
}

/** Queries that somebody with these roles can ask without naming anything. */
const isOpenTo = (roles: readonly Role[]) => (contract: Callable) => {
  const { kind, permission, input } = contract;
  return (
    kind === 'query' &&
    input.safeParse({}).success &&
    roles.some((role) => permission && roleMay(role, permission))
  );
};

const free = roleNames.filter((role) => !administrators.includes(role));
const watching = free.filter((role) => !ofTeams.includes(role) && !ofOrganizations.includes(role));

beforeAll(async () => {
  const { site, secret } = await smallYear(installation);
  other = site;
  everything = await publishedEvents(process.env, services);
  for (const { type, aggregateId } of everything.filter((event) => event.site === other)) {
    const kind = type.split('.')[1]!;
    const known = theirs.get(kind) ?? [];
    if (!known.includes(aggregateId)) theirs.set(kind, [...known, aggregateId]);
  }
  for (const role of administrators) people.set(role, await doors.demonstration(role, own));
  const limits = (role: Role) => ({
    ...(ofTeams.includes(role) ? { teamId: theirs.get('team')?.[0] ?? newId() } : {}),
    ...(ofOrganizations.includes(role) ? { organizationId: theirs.get('organization')![0]! } : {}),
  });
  const ofOwn = await doors.token(people.get('securityAdministrator')!);
  people.set('intruder', (await account(own, ofOwn, free, limits)).account);
  const theirSecurity = { site, account: SECURITY, password: passwordFrom(secret, SECURITY) };
  watcher = await account(site, await doors.token(theirSecurity), watching, () => ({}));
}, 300_000);

test.each(named(contracts))('%s can be tried: its input is made from its schema', (_, contract) => {
  expect(contract.input.safeParse(inputOf(contract, () => newId())).error).toBeUndefined();
});

describe('the other county as such', () => {
  test.each(named(contracts))(
    '%s is refused there, and alike where there is no such site',
    async (_, contract) => {
      const token = await tokenFor(contract);
      const input = inputOf(contract, theirIds(contract));
      const there = await send(contract, input, { token, site: other });
      const nowhere = await send(contract, input, { token, site: 'r-nowhere-1' });
      expect([there.status, there.body.code]).toEqual([403, 'access.denied']);
      expect(meaning(there)).toBe(meaning(nowhere));
    },
  );

  test('its events cannot be watched, and nothing can be uploaded to it', async () => {
    const token = await doors.token(people.get('intruder')!);
    const headers = { authorization: `Bearer ${token}`, 'x-xc-site': other };
    const files = allContracts().flatMap((contract) =>
      contract.kind === 'file' && contract.direction === 'up' ? [contract.route.path] : [],
    );
    const uploads = files.map((path) =>
      fetch(`${installation.address}/api/v1${path}?name=a.csv`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'text/csv' },
        body: 'a,b',
      }),
    );
    const events = fetch(`${installation.address}/api/v1/events`, { headers });
    for (const response of await Promise.all([events, ...uploads])) {
      expect(response.status).toBe(403);
      await response.body?.cancel();
    }
  });
});

describe('a record of the other county, asked for in the own one', () => {
  let before: Map<string, string>;
  beforeAll(async () => {
    before = await whatTheySee();
  }, 60_000);

  test.each(named(contracts.filter(namesRecords)))(
    '%s answers as if there were no such record',
    async (_, contract) => {
      const token = await tokenFor(contract);
      const existing = await send(contract, inputOf(contract, theirIds(contract)), { token });
      const asked = inputOf(contract, () => newId());
      // What was taken for the own county's is the next version there.
      const { version } = existing.body;
      const missing = await send(contract, 'seen' in asked && version ? { ...asked, seen: version } : asked, {
        token,
      });
      expect(meaning(existing)).toBe(meaning(missing));
      if (contract.route!.parameters.length > 0) expect(existing.status).toBeGreaterThanOrEqual(400);
    },
  );

  test('after all these attempts nothing has changed in the other county, by an event or in what its people see, but that it knows of them', async () => {
    const events = await publishedEvents(process.env, services);
    const known = new Set(everything.map(({ id }) => id));
    const added = events.filter(
      ({ site, id, source, actor }) =>
        site === other && !known.has(id) && source !== 'identity' && actor !== watcher.accountId,
    );
    const isAttempt = (type: string) => type.endsWith('.refusal.noted');
    expect(added.map(({ type }) => type).filter((type) => !isAttempt(type))).toEqual([]);
    expect(await whatTheySee()).toEqual(before);
  }, 60_000);
});

describe('what is published', () => {
  test('of one record is of one site', () => {
    const siteOf = new Map<string, string>();
    const astray = everything.filter(({ aggregateId, site }) => {
      const first = siteOf.get(aggregateId) ?? site;
      siteOf.set(aggregateId, first);
      return first !== site;
    });
    expect(astray.map(({ type, site }) => `${type} in ${site}`)).toEqual([]);
  });

  test('in a site names no record of another, but where linkage carries it from one to the other', () => {
    const siteOf = new Map(everything.map(({ aggregateId, site }) => [aggregateId, site]));
    const astray = everything.filter(
      ({ source, site, body }) =>
        source !== 'linkage' && idsIn(body).some((id) => siteOf.has(id) && siteOf.get(id) !== site),
    );
    expect([...new Set(astray.map(({ type }) => type))]).toEqual([]);
  });
});

/** Every answer that the other county's own people get without naming anything. */
async function whatTheySee(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const token = await doors.token(watcher.account);
  for (const contract of contracts.filter(isOpenTo(watching)))
    seen.set(contract.name, JSON.stringify(await readable((await send(contract, {}, { token })).body)));
  return seen;
}

function idsIn(body: object): string[] {
  return JSON.stringify(body).match(/[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f-]{22}/g) ?? [];
}
