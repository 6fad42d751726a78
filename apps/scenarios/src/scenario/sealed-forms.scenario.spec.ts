// Nothing of a sealed record gets into an official document (rules.md 5, 13, 14): every form is filled by everybody who may open it, of the
// year that was told secrets wherever something sealed is told, and looked through to the last part of its file. Generated from the contracts.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  allContracts,
  changeHead,
  DocumentFile,
  draftAdviceLetter,
  draftReport,
  listInspectors,
  listItems,
  listPetitions,
  openArchiveFile,
  organizationRoles,
  readCase,
  readClueContent,
  readOrganization,
  reopenItem,
  requestCallUp,
  returnReports,
  roleMay,
  roleNames,
  sendAdviceLetter,
  signReport,
  submitHeadReport,
  teamRoles,
  type QueryContract,
  type Role,
} from '@xuncha/contracts';
import { addDays, newId, type BusinessDate } from '@xuncha/domain-kit';
import { eventually, publishedEvents } from '@xuncha/testing';
import { strFromU8, unzipSync } from 'fflate';
import { Api } from '../replay/api.js';
import { installationFrom } from '../replay/installation.js';
import { ask } from './asking.fixture.js';
import { inputOf } from './inputs.fixture.js';
import { playedYear, type Limits, type Resident, type Residents } from './residents.fixture.js';
import { marks } from './small-year.fixture.js';
import { settled } from './worlds.fixture.js';

const installation = installationFrom(process.env);
const api = new Api(installation.address);
const services = ['planning', 'talent', 'onsite', 'clues', 'rectification'];
/** Of records; a sample is of none, and needs no permission. */
const forms = allContracts().filter(
  (contract): contract is QueryContract =>
    contract.kind === 'query' && contract.output === DocumentFile && contract.permission !== undefined,
);
const named = forms.map((form) => [form.name, form] as const);
/** As many of a kind as are opened by each role, and as are tried for it. */
const ENOUGH = 2;
const TRIED = 20;

let year: Residents;
/** Records of the year by kind, those of one inspection first. */
const records = new Map<string, string[]>();
/** Where the limited roles are held: of the inspection of which there are most records, down to a closed case. */
let place: { inspectionId: string; organizationId: string; teamId: string; roundId: string };
const people = new Map<Role, Resident>();
let organ: string;
let recused: Resident;

interface Opened {
  readonly by: string;
  readonly record: string;
  /** Every part of the file, as it is and without its marks. */
  readonly text: string;
}

beforeAll(async () => {
  year = await playedYear(installation);
  await findRecords();
  for (const role of roleNames.filter((one) => forms.some(isOpenTo(one))))
    people.set(role, await year.settle([role], limitsOf(role)));
  recused = await year.settle(['office', 'leadingGroup'], {});
  await year.recuse(recused, place.organizationId);
  await settled(installation);
  await bringAbout();
}, 600_000);

const isOpenTo =
  (role: Role) =>
  ({ permission }: QueryContract) =>
    permission !== undefined && roleMay(role, permission);

type Where = Partial<typeof place> & { readonly organId?: string };

/** Of the organization and the team of that inspection, and of an organ that got a clue. */
function limitsOf(role: Role): Limits {
  if (role === 'organCustodian') return { organizationId: organ };
  const limited: readonly Role[] = [...organizationRoles, ...teamRoles];
  return limited.includes(role) ? place : {};
}

async function findRecords(): Promise<void> {
  const events = (await publishedEvents(process.env, services)).filter(({ site }) => site === year.site);
  const places = new Map<string, Where[]>();
  for (const { inspectionId, ...where } of events.map(({ body }) => body as Where))
    if (inspectionId) places.set(inspectionId, [...(places.get(inspectionId) ?? []), where]);
  const done = events.filter(({ type }) => type === 'rectification.case.closed');
  const isDone = (id: string) => done.some(({ body }) => (body as Where).inspectionId === id);
  const whole = [...places].filter(([id]) => isDone(id));
  const [inspectionId, of] = whole.toSorted(([, one], [, other]) => other.length - one.length)[0]!;
  const found = (key: keyof Where) => of.find((where) => where[key])?.[key] ?? newId();
  place = {
    inspectionId,
    organizationId: found('organizationId'),
    teamId: found('teamId'),
    roundId: found('roundId'),
  };
  organ = events.map(({ body }) => (body as Where).organId).find((id) => id !== undefined) ?? newId();
  const isThere = ({ body }: { body: unknown }) => (body as Where).inspectionId === inspectionId;
  for (const { type, aggregateId } of [...events.filter(isThere), ...events]) {
    const kind = type.split('.')[1]!;
    const known = records.get(kind) ?? [];
    if (!known.includes(aggregateId)) records.set(kind, [...known, aggregateId]);
  }
}

/** What the year has none of: reports that were returned, an archive file, an advice letter, a call-up, an organization whose head is new. */
async function bringAbout(): Promise<void> {
  const office = people.get('office')!;
  const { organizationId, roundId } = place;
  await returnTheReports(office);
  const archived = await api.ask(openArchiveFile, { roundId }, office);
  records.set('archiveFile', [archived.id]);
  const said = { subject: '规范管理', cause: '职责不清', advice: '制定办法' };
  const letter = await api.ask(draftAdviceLetter, { organizationId, roundId, ...said }, office);
  const today = new Date().toISOString().slice(0, 10) as BusinessDate;
  const dueOn = addDays(today, 30);
  await api.ask(sendAdviceLetter, { adviceLetterId: letter.id, seen: letter.version, dueOn }, office);
  records.set('adviceLetter', [letter.id]);
  const { version: seen } = await api.ask(readOrganization, { organizationId }, office);
  await api.ask(changeHead, { organizationId, seen, headName: '演示新任' }, office);
  const { items } = await api.ask(listInspectors, { state: 'inPool', force: 'borrowed' }, office);
  const { id: inspectorId } = items[0]!;
  const wanted = { inspectorId, roundId, from: today, until: addDays(today, 30) };
  const { id } = await api.ask(requestCallUp, wanted, office);
  records.set('callUp', [id]);
}

async function returnTheReports(office: Resident): Promise<void> {
  const [head, liaison] = organizationRoles.map((role) => people.get(role)!);
  const { organizationId } = place;
  const { items } = await api.ask(listItems, { organizationId, state: 'closed' }, office);
  const { id: itemId, version: seen, caseId } = items.find((item) => item.caseId !== null)!;
  await api.ask(reopenItem, { itemId, seen, because: 'lookBack', opinion: '仍未到位' }, office);
  const moves = [
    [draftReport, { text: '整改报告' }, liaison],
    [signReport, {}, head],
    [submitHeadReport, { text: '主要负责人报告' }, head],
    [returnReports, { opinions: '逐项补正' }, office],
  ] as const;
  for (const [command, said, by] of moves) {
    const { version } = await api.ask(readCase, { caseId: caseId! }, office);
    await api.ask(command, { caseId: caseId!, seen: version, ...said } as never, by!);
  }
}

const kinds: Readonly<Record<string, string>> = { paper: 'workingPaper' };

async function opened(form: QueryContract, by: string, { token }: Resident): Promise<Opened[]> {
  const found: Opened[] = [];
  for (let index = 0; index < TRIED && found.length < ENOUGH; index += 1) {
    let isThere = true;
    const input = inputOf(form, (field) => {
      const kind = field.replace(/Id$/, '');
      const id = (records.get(kinds[kind] ?? kind) ?? [])[index];
      isThere &&= id !== undefined;
      return id ?? newId();
    });
    if (!isThere) break;
    const { status, body } = await ask(installation.address, form, input, { token, site: year.site });
    if (status !== 200) continue;
    found.push({ by, record: String(body.id), text: textOf(String(body.base64)) });
  }
  return found;
}

function textOf(base64: string): string {
  const parts = Object.values(unzipSync(Buffer.from(base64, 'base64'))).map((part) => strFromU8(part, true));
  const xml = parts.map((part) => Buffer.from(part, 'latin1').toString()).join('\n');
  return xml + xml.replaceAll(/<[^>]*>/g, '');
}

describe('every form', () => {
  test('is there: no fewer than the requirements name', () => {
    expect(forms.length).toBeGreaterThanOrEqual(21);
  });

  test.each(named)('%s says nothing of what is sealed, whoever opens it', async (_, form) => {
    const roles = [...people].filter(([role]) => isOpenTo(role)(form));
    const all = (await Promise.all(roles.map(([role, one]) => opened(form, role, one)))).flat();
    expect(all).not.toEqual([]);
    const leaks = all.filter(({ text }) => text.includes(marks.secret));
    expect(leaks.map(({ by, record }) => `${by}: ${record}`)).toEqual([]);
  });

  test.each(named)('%s says nothing of an organization from which its reader is recused', async (_, form) => {
    const { name } = await organization();
    const all = await opened(form, 'recused', recused);
    expect(all.filter(({ text }) => text.includes(name)).map(({ record }) => record)).toEqual([]);
  });
});

/** The same search finds what stands in them, and the secrets where they may be read. */
describe('the search', () => {
  test('finds in a document what is open, and the organization where nobody is recused', async () => {
    const office = people.get('office')!;
    const byName = (end: string) => forms.find(({ name }) => name.endsWith(end))!;
    const [plan] = await opened(byName('round.plan'), 'office', office);
    expect(plan!.text).toContain(marks.open);
    const [notice] = await opened(byName('inspection.notice'), 'office', office);
    expect(notice!.text).toContain((await organization()).name);
  });

  test('finds the secrets where a custodian opens a clue, and there are petitions that hold some', async () => {
    const custodian = await year.settle(['clueCustodian', 'petitionCustodian'], {});
    const [clueId] = records.get('clue')!;
    const content = await eventually(() =>
      api.ask(readClueContent, { clueId: clueId!, purpose: '核对' }, custodian).catch(() => undefined),
    );
    expect(JSON.stringify(content)).toContain(marks.secret);
    expect((await api.ask(listPetitions, {}, custodian)).items).not.toEqual([]);
  });
});

async function organization() {
  const { organizationId } = place;
  return api.ask(readOrganization, { organizationId }, people.get('office')!);
}
