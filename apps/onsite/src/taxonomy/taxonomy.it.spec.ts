import { afterAll, beforeAll, expect, test } from 'vitest';
import { listTaxonomies, publishTaxonomy, reviseTaxonomy, siteOpened } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { eventually, startServices, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { onsite } from '../main.js';

let system: ServicesUnderTest;
let identity: Publisher;

beforeAll(async () => {
  system = await startServices([onsite]);
  identity = await system.publisher('identity');
});
afterAll(() => system?.stop());

const classes = [{ code: 'yes', title: '是' }];
const open = (code: string) =>
  identity.publish(
    { site: code, id: newId() },
    siteOpened({ code, mode: 'live', abbreviation: '试', clock: null }),
  );

test('a new site begins with the usual taxonomies, beside those its office was quicker to publish (RA17-13)', async () => {
  const site = await system.openSite();
  const office = await system.person('office', { site });
  await system.ask(publishTaxonomy, { code: 'livelihood', title: '民生实事', classes }, office);
  await open(site);
  const listed = async () => (await system.ask(listTaxonomies, {}, office)).items;
  const taxonomies = await eventually(async () => (await listed()).length === 5 && listed());
  expect(taxonomies.map(({ code, title }) => [code, title])).toEqual([
    ['keyProject', '重点工程'],
    ['livelihood', '民生实事'],
    ['sixDisciplines', '六大纪律'],
    ['threeProblems', '三大问题'],
    ['violation', '违纪违规'],
  ]);
});

test('an edition retires what it leaves out; a code is taken once (RA17-13)', async () => {
  const office = await system.person('office');
  const published = {
    code: 'housing',
    title: '住房',
    classes: [...classes, { code: 'rent', title: '租金' }],
  };
  const { id: taxonomyId } = await system.ask(publishTaxonomy, published, office);
  expect(await system.refusal(publishTaxonomy, published, office)).toEqual({
    code: 'taxonomy.code-taken',
    facts: { code: 'housing' },
  });
  await system.ask(reviseTaxonomy, { taxonomyId, seen: 1, title: '住房', classes }, office);
  const { items } = await system.ask(listTaxonomies, {}, office);
  expect(items.find(({ id }) => id === taxonomyId)).toMatchObject({
    edition: 2,
    classes: [
      { code: 'yes', retired: false },
      { code: 'rent', retired: true },
    ],
  });
});
