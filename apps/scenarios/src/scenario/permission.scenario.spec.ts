// The owning service refuses, not the gateway alone: everything that can be asked is tried past the gateway, by people who lack the
// permission and by people who have it somewhere else. Generated from the contracts, so that a new one is tried by itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allContracts,
  me,
  roleMay,
  roleNames,
  teamRoles,
  type CommandContract,
  type Permission,
  type Role,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { eventually, pastTheGateway, publishedEvents, type PastTheGateway } from '@xuncha/testing';
import { installationFrom } from '../replay/installation.js';
import { todaysInput, type Callable, type IdOf } from './inputs.fixture.js';
import { playedYear, type Limits, type Residents } from './residents.fixture.js';

const contracts = allContracts().filter(
  (contract): contract is Callable => contract.kind === 'command' || contract.kind === 'query',
);
const guarded = contracts.filter(
  (contract): contract is Callable & { permission: Permission } => !!contract.permission,
);
const named = <C extends Callable>(list: readonly C[]) =>
  list.map((contract) => [contract.name, contract] as const);
const services = [...new Set(contracts.map(({ service }) => service))];
const rolesWith = ({ permission }: Callable) =>
  roleNames.filter((role) => permission && roleMay(role, permission));
const administrators = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;
const isAdministrator = (role: Role) => administrators.some((one) => one === role);
const isOfTeam = (role: Role) => teamRoles.some((one) => one === role);

let behind: PastTheGateway;
let residents: Residents;
/** An account for every role, with nothing else; and one whose role holds for another organization or another team only. */
const sole = new Map<Role, string>();
const elsewhere = new Map<Role, string>();
/** Ids of the records of the year, by kind. */
const records = new Map<string, string[]>();

async function tokens(into: Map<Role, string>, roles: readonly Role[], limits: Limits): Promise<void> {
  for (const role of roles) into.set(role, (await residents.settle([role], limits)).token);
}
const ask = (contract: Callable, input: unknown, token: string) =>
  behind.ask(contract, input, { token, site: residents.site });

const recordIds = (contract: Callable): IdOf => {
  const any = [...records.values()].flat()[0]!;
  const aggregate = contract.name.split('.')[1]!;
  return (field) => (records.get(field.replace(/Ids?$/, '')) ?? records.get(aggregate))?.[0] ?? any;
};

beforeAll(async () => {
  const installation = installationFrom(process.env);
  residents = await playedYear(installation);
  behind = await pastTheGateway(process.env);
  for (const { type, aggregateId, site } of await publishedEvents(process.env, services)) {
    const kind = type.split('.')[1]!;
    if (site === residents.site) records.set(kind, [...(records.get(kind) ?? []), aggregateId]);
  }
  const limited = roleNames.filter((role) => !isAdministrator(role));
  await tokens(elsewhere, limited, { organizationId: newId(), teamId: newId() });
  await tokens(sole, roleNames, {});
  // Grants arrive in the order in which they were given: where the last one is known, all are.
  await eventually(async () => {
    for (const service of services)
      for (const [role, token] of sole) if (!(await knows(service, role, token))) return false;
    return true;
  }, 120_000);
}, 600_000);
afterAll(() => behind?.close());

/** Whether the service has heard of the role: what it may ask without naming anything is not refused. */
async function knows(service: string, role: Role, token: string): Promise<boolean> {
  const open = guarded.find(
    (contract) =>
      contract.service === service &&
      contract.kind === 'query' &&
      contract.input.safeParse({}).success &&
      roleMay(role, contract.permission),
  );
  const { refused } = await ask(open ?? me, {}, token);
  return refused === null;
}

describe('without the permission', () => {
  test.each(named(guarded))('%s is refused whatever else somebody may do', async (_, contract) => {
    const input = todaysInput(contract, recordIds(contract));
    const lacking = [...sole].filter(([role]) => !roleMay(role, contract.permission));
    const answers = lacking.map(async ([role, token]) => [role, (await ask(contract, input, token)).refused]);
    expect(lacking.length).toBeGreaterThan(0);
    expect(await Promise.all(answers)).toEqual(lacking.map(([role]) => [role, 'access.denied']));
  });

  test.each(named(contracts.filter(({ route }) => route)))('%s is refused to nobody', async (_, contract) => {
    const { refused } = await behind.ask(contract, todaysInput(contract, recordIds(contract)), {});
    expect(refused).toBe('session.missing');
  });
});

const changing = guarded.filter(
  (contract): contract is CommandContract & { permission: Permission } =>
    contract.kind === 'command' && contract.route!.parameters.length > 0,
);
const reading = guarded.filter(
  ({ kind, route }) => kind === 'query' && (!route || route.parameters.length > 0),
);
/** Of no team: whoever is in one reads it, and what is answered from it. */
const commonGround = [
  'planning.organization.read',
  'planning.register.readImport',
  'planning.round.read',
  'planning.round.plan',
];
const listing = guarded.filter(
  ({ kind, input }) => kind === 'query' && 'cursor' in input.shape && input.safeParse({}).success,
);

describe('with the permission for another organization or another team only', () => {
  test.each(named(changing.filter((contract) => limitedRoles(contract).length > 0)))(
    '%s is refused, and alike whether the record exists or not',
    async (_, contract) => {
      for (const { role, existing, missing } of await tried(contract)) {
        expect([role, existing]).toEqual([role, missing]);
        expect(['access.denied', 'record.unknown']).toContain(existing);
      }
    },
  );

  test.each(named(reading.filter((contract) => limitedRoles(contract).length > 0)))(
    '%s shows nothing of the record, and says no more than of one that there is not',
    async (_, contract) => {
      for (const { role, existing, missing } of await tried(contract)) {
        expect([role, existing]).toEqual([role, missing]);
        expect(existing).not.toBeNull();
      }
    },
  );

  test.each(named(listing))(
    '%s is empty for whoever holds it for another organization',
    async (_, contract) => {
      for (const role of limitedRoles(contract).filter((one) => !isOfTeam(one))) {
        const { refused, body } = await ask(contract, {}, elsewhere.get(role)!);
        expect([role, refused, (body as { items: unknown[] }).items]).toEqual([role, null, []]);
      }
    },
  );
});

/** How each of them is refused, on a record that exists and on one that does not. */
function tried(contract: Callable) {
  const refusal = async (idOf: IdOf, role: Role) =>
    (await ask(contract, todaysInput(contract, idOf), elsewhere.get(role)!)).refused;
  return Promise.all(
    limitedRoles(contract).map(async (role) => ({
      role,
      existing: await refusal(recordIds(contract), role),
      missing: await refusal(() => newId(), role),
    })),
  );
}

/** Roles with the permission, as far as their grant can be limited so that it does not reach the record. */
function limitedRoles(contract: Callable): Role[] {
  const reading = contract.kind === 'query' ? contract.answeredFrom?.read : undefined;
  const isCommon = commonGround.includes((reading ?? contract).name);
  return rolesWith(contract).filter((role) => !isAdministrator(role) && !(isCommon && isOfTeam(role)));
}
