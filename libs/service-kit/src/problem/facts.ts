/**
 * How each fact of a refusal is said in its sentence. What programs call by a code has its Chinese word here; whatever is neither a figure,
 * nor such a word, nor what somebody wrote themselves cannot get into a sentence.
 */
import { FiveSee, ItemResult, services, type Authority, type ClueNature, type Rank } from '@xuncha/contracts';

/** `program` is for those who write programs against the API, who are told what they wrote. */
export type Saying = 'figure' | 'instant' | 'howMany' | 'parts' | 'written' | 'program' | Words;
type Words = ReadonlyMap<string, string>;

const wordsOf = (words: Readonly<Record<string, string>>): Words => new Map(Object.entries(words));
/** Up to the colon, after which the contract explains. */
const headOf = (text = '') => text.split('：')[0]!;

const ranks = wordsOf({
  staff: '科员',
  deputySection: '副科',
  section: '正科',
  deputyDivision: '副处',
  division: '正处',
  deputyBureau: '副厅',
  bureau: '正厅',
} satisfies Record<Rank, string>);
const authority = wordsOf({ county: '县管', city: '市管', province: '省管' } satisfies Record<
  Authority,
  string
>);
const nature = wordsOf({
  breach: '违纪',
  inaction: '不作为',
  crime: '涉嫌犯罪',
  personnel: '选人用人',
  petition: '信访事项',
  work: '工作问题',
} satisfies Record<ClueNature, string>);
const mediaType = wordsOf({
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG 图片',
  'image/png': 'PNG 图片',
  'image/webp': 'WebP 图片',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  xlsx: 'Excel',
  'text/csv': 'CSV',
});
/** Proposed with the finding, actual with the result. */
const fiveSee = new Map(
  Object.entries({ ...FiveSee.shape, ...ItemResult.shape }).map(([part, { description }]) => [
    part,
    headOf(description),
  ]),
);
const service = new Map(Object.entries(services).map(([name, says]) => [name, headOf(says)]));

/** Facts of the same saying; a fact means the same in every refusal. */
const said: readonly (readonly [Saying, ...string[]])[] = [
  ['figure', 'age', 'askedOn', 'atLeast', 'atMost', 'batch', 'batches', 'by'],
  ['figure', 'count', 'current', 'day', 'days'],
  ['figure', 'deputies', 'draftedOn', 'dueOn', 'enteredOn', 'firstDay', 'form', 'from', 'heardOn', 'known'],
  [
    'figure',
    'last',
    'lastDay',
    'latest',
    'leaders',
    'least',
    'limit',
    'line',
    'minutes',
    'most',
    'of',
    'oldest',
    'on',
  ],
  [
    'figure',
    'paid',
    'partyYears',
    'people',
    'pieces',
    'raisedOn',
    'registeredOn',
    'reviewedOn',
    'row',
    'rows',
  ],
  ['figure', 'sameAsRow', 'seconds', 'seen', 'signedOn', 'since', 'size', 'startedOn', 'startsOn'],
  ['figure', 'submittedOn', 'suppliedOn', 'teams', 'to', 'today', 'total', 'unsolved', 'until'],
  ['instant', 'clock'],
  ['howMany', 'findingIds'],
  ['parts', 'findings', 'routes'],
  [authority, 'authority', 'authorities'],
  [nature, 'nature'],
  [ranks, 'rank', 'ranks'],
  [fiveSee, 'missing'],
  [service, 'service'],
  [mediaType, 'mediaType'],
  // Names, titles, and numbers and codes that people give.
  ['written', 'account', 'classes', 'code', 'course', 'designation', 'name', 'number', 'numbers', 'peerSite'],
  ['written', 'site', 'team', 'text', 'title', 'titles', 'toSite'],
  // What stands in a wording, and what its file is called.
  ['written', 'blank', 'file', 'files', 'mark', 'nearest'],
  ['program', 'allowed', 'audience', 'field', 'fields', 'method', 'registered'],
];

export const sayings: ReadonlyMap<string, Saying> = new Map(
  said.flatMap(([saying, ...facts]) => facts.map((fact) => [fact, saying] as const)),
);

const NOTHING = '—';
const IS_FIGURE = /^[\d.:-]+$/;
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

export function sayFact(fact: string, value: unknown): string {
  const saying = sayings.get(fact);
  if (saying === 'howMany') return String((value as readonly unknown[] | undefined)?.length ?? NOTHING);
  if (!Array.isArray(value)) return sayOne(saying, value);
  return value.length === 0 ? '无' : value.map((one: unknown) => sayOne(saying, one)).join('、');
}

function sayOne(saying: Saying | undefined, value: unknown): string {
  if (value === undefined || value === null || saying === undefined) return NOTHING;
  if (saying === 'parts') return sayParts(value);
  const text = String(value as string | number);
  if (saying instanceof Map) return saying.get(text) ?? NOTHING;
  if (saying === 'instant') return Number.isNaN(Date.parse(text)) ? NOTHING : clock.format(new Date(text));
  return saying === 'figure' && !IS_FIGURE.test(text) ? NOTHING : text;
}

/** The first as it is, what the others say of it in brackets. */
function sayParts(value: unknown): string {
  const parts = Object.entries(value as object).filter(([part]) => sayings.has(part));
  const [first, ...others] = parts.map(([part, one]) => sayFact(part, one));
  return first === undefined ? NOTHING : others.length === 0 ? first : `${first}（${others.join('，')}）`;
}
