// What identity knows of the register by its open events, whatever order they come in.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  administratorRoles,
  findInDirectory,
  namesInDirectory,
  organizationChanged,
  organizationDissolved,
  organizationMerged,
  organizationRegistered,
  roleNames,
  type Fact,
} from '@xuncha/contracts';
import { newId, parseDate } from '@xuncha/domain-kit';
import {
  demonstrationPerson,
  eventually,
  SourceUnderTest,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { identity } from '../main.js';

/** The site of all that this source tells. */
const site = '330381';
const on = parseDate('2017-05-02');
let system: ServicesUnderTest;
let planning: SourceUnderTest;
let security: Person;

beforeAll(async () => {
  system = await startServices([]);
  planning = new SourceUnderTest(system.nats, system.config.prefix, 'planning');
  await planning.make();
  await tell('harbour', 1, registered('harbour', 'A100', '演示港口局'));
  await tell('village', 1, registered('village', 'A200', '演示塘下村'));
  await system.start(identity);
  security = await demonstrationPerson(system, 'securityAdministrator', site);
});
afterAll(() => system?.stop());

function described(of: string, code: string, name: string) {
  const more = { kind: 'village' as const, parentId: null, divisionCode: null };
  return { organizationId: planning.id(of), code, name, ...more };
}
const registered = (of: string, code: string, name: string) =>
  organizationRegistered(described(of, code, name));
function tell(of: string, version: number, { contract, body }: Fact) {
  return planning.publish({ of, version, type: `organization.${contract.event}`, body });
}
const find = async (text?: string, as = security) => (await system.ask(findInDirectory, { text }, as)).items;
const found = async (text?: string) => (await find(text)).map(({ code }) => code);
const becomes = (text: string, ...codes: string[]) =>
  eventually(async () => JSON.stringify(await found(text)) === JSON.stringify(codes));

test('what was registered before identity kept a directory is found by code, name, pinyin and initials', async () => {
  await becomes('A2', 'A200');
  for (const text of ['塘下', 'a200', 'tangxia', 'ystxc']) expect(await found(text)).toEqual(['A200']);
  expect(await found('没有这样的')).toEqual([]);
  expect(await found()).toEqual(['A100', 'A200']);
  expect((await find('塘下'))[0]).toEqual({
    id: planning.id('village'),
    code: 'A200',
    name: '演示塘下村',
    kind: 'village',
    state: 'active',
  });
});

test('whatever order its events come in, and told twice, an organization stands there once, as it was last', async () => {
  const events = [
    registered('late', 'B100', '演示从前社区'),
    organizationChanged(described('late', 'B100', '演示后来社区')),
    organizationDissolved({ organizationId: planning.id('late'), on }),
  ];
  for (const version of [3, 2, 3, 2, 1, 1]) await tell('late', version, events[version - 1]!);
  await eventually(async () => (await find('演示后来社区'))[0]?.state === 'dissolved');
  expect(await find('b100')).toHaveLength(1);
  expect(await found('从前')).toEqual([]);
});

test('those that are no more come last, and do not stand where nothing is asked for', async () => {
  await tell('gone', 1, registered('gone', 'C100', '演示江南村'));
  await tell('stays', 1, registered('stays', 'C200', '演示江南新村'));
  await tell(
    'gone',
    2,
    organizationMerged({ organizationId: planning.id('gone'), intoId: planning.id('stays'), on }),
  );
  await becomes('江南', 'C200', 'C100');
  expect(await found()).not.toContain('C100');
});

test('names are told of as many as are known', async () => {
  await becomes('A1', 'A100');
  await becomes('A2', 'A200');
  const ids = [planning.id('harbour'), newId(), planning.id('village')];
  const { items } = await system.ask(namesInDirectory, { ids }, security);
  expect(items.map(({ name }) => name).toSorted()).toEqual(['演示塘下村', '演示港口局'].toSorted());
});

test('another site sees none of it', async () => {
  const stranger = await demonstrationPerson(system, 'securityAdministrator');
  expect(stranger.site).not.toBe(site);
  for (const text of [undefined, '演示', 'A200']) expect(await find(text, stranger)).toEqual([]);
  const { items } = await system.ask(namesInDirectory, { ids: [planning.id('village')] }, stranger);
  expect(items).toEqual([]);
});

test('who is recused from an organization neither finds it nor learns its name', async () => {
  await becomes('A200', 'A200');
  const recused = await system.person('securityAdministrator', { site });
  await system.recuse(recused, planning.id('village'));
  const ids = [planning.id('village'), planning.id('harbour')];
  expect((await system.ask(namesInDirectory, { ids }, recused)).items.map(({ id }) => id)).toEqual([ids[1]]);
  for (const text of ['A200', '塘下']) expect(await find(text, recused)).toEqual([]);
  expect((await find(undefined, recused)).map(({ id }) => id)).not.toContain(ids[0]);
});

test.each(roleNames.filter((role) => role !== 'securityAdministrator'))(
  '%s is refused: who works with the register asks planning, and the other administrators give no roles',
  async (role) => {
    const isLimited = !(administratorRoles as readonly string[]).includes(role);
    const person = await system.person(role, { site, ...(isLimited ? { organizationId: newId() } : {}) });
    const asked = [
      [findInDirectory, { text: '演示' }],
      [namesInDirectory, { ids: [planning.id('village')] }],
    ] as const;
    for (const [contract, input] of asked)
      expect((await system.refusal(contract, input, person)).code).toBe('access.denied');
  },
);

test('is the same when it is read anew from what was published', async () => {
  const content = async () =>
    JSON.stringify(await system.look('identity', 'SELECT * FROM organization ORDER BY id'));
  const before = await content();
  await system.control('identity', { do: 'rebuild', consumer: 'directory' });
  await eventually(async () => {
    const standing = await system.control('identity', { do: 'standing', consumer: 'directory' });
    return standing.every(({ isClearing, lag }) => !isClearing && lag === 0) && (await content()) === before;
  });
});
