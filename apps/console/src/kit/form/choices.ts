/** What an id field may be set to: found by words, or listed where there are few. Each kind asks a query that shows no more than one may see. */
import { ask } from '../../api/client.js';
import type { Rights } from '../../api/hooks.js';
import { callOf, type QueryName } from '../../api/names.js';
import { mayAsk } from '../../api/rights.js';
import { nameNow } from '../names.js';
import { themeWords, valueWord } from '../../words/words.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}
type Beside = Readonly<Record<string, unknown>>;
/** `text`: what has been typed; `beside`: the rest of the input, and the record the form belongs to. */
type Search = (text: string, beside: Beside) => Promise<Choice[]>;

const MOST = 50;
const matching = (choices: Choice[], text: string) =>
  choices.filter(({ label }) => label.includes(text)).slice(0, MOST);
const given = (beside: Beside, name: string) => beside[name] as string | undefined;

/** Whoever gives roles that are limited to one reads no register (rules.md 15): for them there is the directory of names. */
const organization: Search = async (text) => {
  const { items } = (await mayAsk('findOrganizations'))
    ? await registered(text)
    : await ask('findInDirectory', text ? { text } : {});
  return items.map(({ id, name, code, state }) => {
    const ended = state === 'active' ? '' : `，${valueWord('OrganizationState', state)}`;
    return { value: id, label: `${name}（${code}${ended}）` };
  });
};
const registered = (text: string) =>
  text ? ask('findOrganizations', { text }) : ask('listOrganizations', { limit: MOST, state: 'active' });
const round: Search = async (text) => {
  const { items } = await ask('listRounds', { limit: MOST });
  return matching(
    items.map(({ id, name, number }) => ({ value: id, label: number ? `${name} ${number}` : name })),
    text,
  );
};
const term: Search = async (text) => {
  const { items } = await ask('listTerms', { limit: MOST });
  return matching(
    items.map(({ id, name }) => ({ value: id, label: name })),
    text,
  );
};
const account: Search = async (text) => {
  const isAdministrator = await mayAsk('listAccounts');
  const { items } = isAdministrator
    ? await ask('listAccounts', { limit: 200 })
    : text
      ? await ask('findAccounts', { text })
      : { items: [] };
  return matching(
    items.map(({ id, name }) => ({ value: id, label: name })),
    text,
  );
};
const member: Search = async (text, beside) => {
  const inspectionId = given(beside, 'inspectionId');
  if (!inspectionId) return account(text, beside);
  const { members } = await ask('readInspection', { inspectionId: inspectionId as never });
  const { items } = await ask('accountNames', { ids: members.map(({ accountId }) => accountId) });
  return matching(
    items.map(({ id, name }) => ({ value: id, label: name })),
    text,
  );
};
const team: Search = async (text, beside) => {
  const { items } = await ask('listTeams', { limit: MOST, roundId: given(beside, 'roundId') as never });
  return matching(
    items.map(({ id, designation }) => ({ value: id, label: designation })),
    text,
  );
};
const inspector: Search = async (text) => {
  const { items } = await ask('listInspectors', { limit: 200, state: 'inPool' });
  return matching(
    items.map(({ id, name, code }) => ({ value: id, label: `${name}（${code}）` })),
    text,
  );
};
const paper: Search = async (text, beside) => {
  const { items } = await ask('listPapers', {
    limit: 200,
    state: 'leaderSigned',
    inspectionId: given(beside, 'inspectionId') as never,
  });
  return matching(
    items.map(({ id, matter }) => ({ value: id, label: matter })),
    text,
  );
};
const finding: Search = async (text, beside) => {
  const { items } = await ask('listFindings', {
    limit: 200,
    inspectionId: given(beside, 'inspectionId') as never,
  });
  return matching(
    items.map(({ id, title }) => ({ value: id, label: title })),
    text,
  );
};
const inspection: Search = async (text, beside) => {
  const { items } = await ask('listInspections', { limit: MOST, roundId: given(beside, 'roundId') as never });
  const named = items.map(async ({ id, organizationId, designation }) => ({
    value: id,
    label: `${(await nameNow('organization', organizationId)) ?? '—'} · ${designation}`,
  }));
  return matching(await Promise.all(named), text);
};
const hearing: Search = async (text) => {
  const { items } = await ask('listHearings', { limit: MOST });
  return matching(
    items.map(({ id, heldOn, decisions }) => ({ value: id, label: `${heldOn} ${decisions[0] ?? ''}` })),
    text,
  );
};
const clue: Search = async (text, beside) => {
  const { items } = await ask('listClues', {
    limit: 200,
    inspectionId: given(beside, 'inspectionId') as never,
  });
  return matching(
    items.map(({ id, number }) => ({ value: id, label: number })),
    text,
  );
};
/** The first part of money that is repaid in parts, of the same item. */
const firstInstalment: Search = async (_text, beside) => {
  const { items } = await ask('listOutcomes', { limit: 200, itemId: given(beside, 'itemId') as never });
  return items
    .filter(({ instalment, state }) => instalment?.number === 1 && state === 'recorded')
    .map(({ id, title, on }) => ({ value: id, label: `${title}（${on} 第一期）` }));
};
const classes: Search = async (text) => {
  const { items } = await ask('listTaxonomies', {});
  return matching(
    items.flatMap(({ code, title, classes: all }) =>
      all
        .filter(({ retired }) => !retired)
        .map((one) => ({
          value: `${code}:${one.code}`,
          label: all.length === 1 ? title : `${one.title}（${title}）`,
        })),
    ),
    text,
  );
};

/** The deadlines that tell one regulation from another are said with its name. */
const profile: Search = async (text) => {
  const { profiles } = await import('virtual:profiles');
  const choices = profiles.map(({ key, durations }) => {
    const plan = shownDuration(durations['plan.due']);
    const report = shownDuration(durations['report.due']);
    return { value: key, label: `${valueWord('profile', key)}：整改方案 ${plan}，整改报告 ${report}` };
  });
  return matching(choices.reverse(), text);
};
const shownDuration = ({ count, unit }: { count: number; unit: string }) =>
  `${count} ${valueWord('durationUnit', unit)}`;
/** Those of rounds before; a code that is typed is a new one. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const theme: Search = async (text) => {
  const { items } = await ask('listRounds', { limit: 200 });
  const codes = new Set([...themeWords(), ...items.flatMap((one) => one.theme ?? [])]);
  const known = matching(
    [...codes].map((code) => ({ value: code, label: valueWord('theme', code) })),
    text,
  );
  const isNew = CODE.test(text) && !codes.has(text);
  return isNew ? [...known, { value: text, label: `新主题：${text}` }] : known;
};

/** Named by its address: what may be of any kind has nothing to be chosen from. */
const ofAnyKind: Search = () => Promise.resolve([]);

/** Those that an archive file is about. */
const archived: Search = async (text, beside) => {
  const lines = (beside.lines ?? []) as readonly { organizationId: string | null }[];
  const ids = [...new Set(lines.flatMap(({ organizationId }) => organizationId ?? []))];
  const named = ids.map(async (id) => ({ value: id, label: (await nameNow('organization', id)) ?? '—' }));
  return matching(await Promise.all(named), text);
};

const byField: Readonly<Record<string, Search>> = {
  roundId: round,
  roundIds: round,
  termId: term,
  accountId: account,
  signerId: account,
  assigneeId: member,
  teamId: team,
  inspectorId: inspector,
  inspectorIds: inspector,
  paperIds: paper,
  findingId: finding,
  inspectionId: inspection,
  hearingId: hearing,
  clueIds: clue,
  firstId: firstInstalment,
  classes,
  recordId: ofAnyKind,
  profile,
  theme,
};
/** `intoId` is of the kind of what is merged. */
const byCommand: Readonly<Record<string, Search>> = {
  'mergeFinding.intoId': finding,
  'mergeClue.intoId': clue,
  'addDocument.organizationId': archived,
};

export function searchFor(name: string, command: string | undefined): Search {
  return byCommand[`${command}.${name}`] ?? byField[name] ?? organization;
}

/** Kinds that some who fill in a form may not look through. */
const asked = new Map<Search, readonly QueryName[]>([
  [organization, ['findOrganizations', 'findInDirectory']],
  [team, ['listTeams']],
  [inspector, ['listInspectors']],
  [round, ['listRounds']],
  [inspection, ['listInspections']],
]);

export function mayChoose(may: Rights['may'], name: string, command?: string): boolean {
  const queries = asked.get(searchFor(name, command));
  return !queries || queries.some((query) => may(callOf(query).permission));
}
