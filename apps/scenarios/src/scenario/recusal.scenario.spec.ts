// Recusal beats every role (rules.md 2): whoever is recused from an organization gets, for everything that can be asked, the answers of
// a world in which it never was. Chance makes the world; its twin is played beside it without the organization, in a site of its own.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  administratorRoles,
  allContracts,
  listOrganizations,
  listTeams,
  roleMay,
  roleNames,
  teamRoles,
  type Role,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { eventually } from '@xuncha/testing';
import { installationFrom } from '../replay/installation.js';
import { ask, meaning } from './asking.fixture.js';
import { Crawl, queries as compared } from './crawl.fixture.js';
import { todaysInput, namesRecords, type Callable, type IdOf } from './inputs.fixture.js';
import type { Resident } from './residents.fixture.js';
import { hidden, makeWorld, spared, teamName, withoutOrganization } from './world.fixture.js';
import { playWorlds, settled, type World } from './worlds.fixture.js';

const installation = installationFrom(process.env);
const seed = Number(process.env.XC_SEED ?? 1);
const administrators: readonly Role[] = administratorRoles;
const ofTeams: readonly Role[] = teamRoles;
const ofOrganizations: readonly Role[] = ['organizationHead', 'organizationLiaison', 'organCustodian'];
/** All that one person may be at once. */
const everything = roleNames.filter((role) => !administrators.includes(role));
const contracts = allContracts().filter(
  (contract): contract is Callable =>
    (contract.kind === 'command' || contract.kind === 'query') && contract.route !== undefined,
);
const queries = compared.map(({ name }) => name);
/** Nobody but administrators asks these. */
const administrative = compared
  .filter(({ permission }) => permission && !everything.some((role) => roleMay(role, permission)))
  .map(({ name }) => name);

let world: World;
let recused: Resident;
let seen: Crawl;
let twin: Crawl;
let all: Crawl;
/** Of records that are there, and that the recused must not know of. */
let secret: Map<string, string[]>;

/** Somebody with every role, limited where a role always is to what both worlds have. */
async function omnipotent({ site, residents }: World): Promise<Resident> {
  const office = await residents.settle(['office'], {});
  const viewer = { token: office.token, site };
  const list = async (contract: Callable) =>
    (await ask(installation.address, contract, {}, viewer)).body.items as Record<string, string>[];
  const organizations = await eventually(async () => {
    const items = await list(listOrganizations);
    return items.length > 0 && items;
  });
  const team = (await list(listTeams)).find(({ designation }) => designation === teamName)!;
  const organ = organizations.find(({ code }) => code === 'O001')!.id!;
  const unit = organizations.find(({ code }) => code === spared)!.id!;
  const free = everything.filter((role) => !ofTeams.includes(role) && !ofOrganizations.includes(role));
  const person = await residents.settle(free, {});
  await residents.grant(person, ofTeams, { teamId: team.id! });
  await residents.grant(person, ['organCustodian'], { organizationId: organ });
  await residents.grant(person, ['organizationHead', 'organizationLiaison'], { organizationId: unit });
  return person;
}

/** Once every service has heard of every role: the last that was given shows the case of the spared organization. */
async function crawled({ site }: World, { token }: Resident): Promise<Crawl> {
  return new Crawl(installation.address, { token, site }).run();
}

beforeAll(async () => {
  const plan = makeWorld(seed);
  const [whole, other] = await playWorlds(installation, [plan, withoutOrganization(plan, hidden)]);
  world = whole!;
  const [witness, itsTwin] = [await omnipotent(world), await omnipotent(other!)];
  recused = await omnipotent(world);
  all = await crawled(world, witness);
  const viewer = { token: witness.token, site: world.site };
  const { body } = await ask(installation.address, listOrganizations, { code: hidden }, viewer);
  const [{ id }] = body.items as [{ id: string }];
  await world.residents.recuse(recused, id);
  // As a person who is recused, the twin is the same.
  await other!.residents.recuse(itsTwin, newId());
  await settled(installation);
  [seen, twin] = await Promise.all([crawled(world, recused), crawled(other!, itsTwin)]);
  const ids = seen.ids();
  // An account belongs to no organization: whoever has its id may call the person by name.
  const kinds = [...all.known].filter(([kind]) => kind !== 'account');
  secret = new Map(
    kinds.map(([kind, some]) => [kind, [...some].filter((one) => isId(one) && !ids.has(one))]),
  );
}, 900_000);

const isId = (text: string) => /^[0-9a-f]{8}-/.test(text);

test('the world has enough to hide: of every kind that belongs to an organization', () => {
  const kinds = [
    'organization',
    'assignment',
    'inspection',
    'material',
    'activity',
    'petition',
    'workingPaper',
    'finding',
  ];
  const more = [
    'reportPackage',
    'feedback',
    'case',
    'item',
    'outcome',
    'adviceLetter',
    'clue',
    'archive-file',
  ];
  const empty = [...kinds, ...more].filter((kind) => !secret.get(kind)?.length);
  expect(empty).toEqual([]);
});

test('every query showed the one who may see everything something', () => {
  const nothing = queries.filter((name) => !all.shown.has(name) && !administrative.includes(name));
  expect(nothing).toEqual(untold);
});
/** Of two custodians together; of what these worlds have none of; of no record at all. */
const untold: readonly string[] = [
  'identity.draft.read',
  'planning.form.sample',
  'onsite.paperImport.read',
  'onsite.petition.readSender',
  'rectification.case.reportsOpinionSlip',
  'rectification.case.newHeadReminder',
  'rectification.case.readPlanFile',
  'rectification.case.markedPlanFile',
  'talent.roster.readImport',
  'talent.recusal.read',
  'talent.recusal.history',
  'talent.composition.read',
  'talent.composition.history',
  'talent.callUp.read',
  'talent.callUp.letter',
  'talent.callUp.history',
  'linkage.peer.read',
  'linkage.dispatch.read',
  'linkage.statistics.read',
  'linkage.filing.read',
];

test.each(queries)('%s answers the recused as if the organization had never been', (name) => {
  expect(seen.answers.get(name)).toEqual(twin.answers.get(name));
});

describe('the id of a record that the recused must not know of', () => {
  const secretIds = (contract: Callable): IdOf => {
    const aggregate = contract.name.split('.')[1]!;
    const any = [...secret.values()].flat()[0]!;
    return (field) => (secret.get(field.replace(/Ids?$/, '')) ?? secret.get(aggregate))?.[0] ?? any;
  };
  const spent = new Map<string, [existing: number[], missing: number[]]>();
  const timed = async (contract: Callable, input: Record<string, unknown>, into: number[]) => {
    const began = performance.now();
    const answer = await ask(installation.address, contract, input, {
      token: recused.token,
      site: world.site,
    });
    into.push(performance.now() - began);
    return answer;
  };

  test.each(contracts.filter(namesRecords).map((contract) => [contract.name, contract] as const))(
    '%s answers as for one that there is not',
    async (_, contract) => {
      const times = spent.get(contract.service) ?? [[], []];
      spent.set(contract.service, times);
      const existing = await timed(contract, todaysInput(contract, secretIds(contract)), times[0]);
      const missing = await timed(
        contract,
        todaysInput(contract, () => newId()),
        times[1],
      );
      expect(meaning(existing)).toBe(meaning(missing));
    },
  );

  test('takes as long to refuse as any: told, not asserted', () => {
    const middle = (some: number[]) =>
      some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)]!.toFixed(1);
    const lines = [...spent].map(
      ([service, [existing, missing]]) => `${service}: ${middle(existing)} ms, unknown ${middle(missing)} ms`,
    );
    process.stderr.write(`median answer for an id one must not know of\n  ${lines.join('\n  ')}\n`);
    expect(lines.length).toBeGreaterThan(4);
  });
});
