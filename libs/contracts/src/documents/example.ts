/**
 * Golden examples: for every event a body as it may have been published. One is drafted when an event is new, committed, and from then
 * on must be readable for ever; so nothing here ever writes over one.
 */
import { idFrom } from '@xuncha/domain-kit';
import type { EventContract } from '../index.js';
import { wholeSchema } from './json-schema.js';

/** Where the schema alone would give a strange value: by the field, or by the aggregate and the field. */
const likely: Readonly<Record<string, unknown>> = {
  abbreviation: '瑞',
  amount: 1_284_000,
  amountInvolved: 350_000,
  classes: 'livelihood:yes',
  'clue.number': '瑞线〔2017〕3号',
  'refusal.code': 'record.stale',
  'paperImport.code': 'table.rows-invalid',
  'register.code': 'table.rows-invalid',
  'roster.code': 'table.rows-invalid',
  'look.contract': 'onsite.petition.readContent',
  contentsHash: '5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5',
  contract: 'planning.round.approve',
  course: 'inspection-basics',
  designation: '市委第一巡察组',
  divisionCode: '330381001',
  dueOn: '2017-09-30',
  e: 'AQAB',
  edition: 2,
  fromSite: '330381',
  kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  lastDay: '2021-12-31',
  leavesOn: '2017-07-20',
  n: 'sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1WlUzewbgBHod5pcM9H95GQRV3JDXboIRROSBigeC5yjU1hGzHHyXss8UDpre',
  name: '安阳街道',
  'organization.code': '330381001',
  organizations: 412,
  peerSite: '3303',
  persons: 'K7QX2M4ZP5RT6WYA',
  profile: 'national-2017',
  score: 88,
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  site: '330381',
  'site.code': '330381',
  'statistics.id': 'teams',
  'taxonomy.code': 'livelihood',
  theme: 'key-matter',
  toSite: '3303',
  until: '2017-08-31',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const byFormat: Readonly<Record<string, string>> = {
  date: '2017-06-12',
  'date-time': '2017-06-12T01:30:00Z',
};

/** The same on every machine and at any time; refuses what it cannot make rather than making something that does not parse. */
export function exampleOf(event: EventContract): unknown {
  return event.body.parse(valueOf(wholeSchema(event.body), event.aggregate, ''));
}

function valueOf(schema: Schema, aggregate: string, name: string): unknown {
  const { properties, items, anyOf, enum: choices } = schema;
  if (properties) {
    const fields = Object.entries(properties).map(([field, its]) => [field, valueOf(its, aggregate, field)]);
    return Object.fromEntries(fields);
  }
  if (items) return [valueOf(items, aggregate, name)];
  const present = anyOf?.find(({ type }) => type !== 'null');
  if (present) return valueOf(present, aggregate, name);
  return choices?.[0] ?? likely[`${aggregate}.${name}`] ?? likely[name] ?? plainValue(schema, name);
}

function plainValue({ type, format = '', minimum = 0 }: Schema, name: string): unknown {
  // Fields of one name hold one id in every example, as if all were of the same inspection.
  if (format === 'uuid') return idFrom('example', name);
  if (format in byFormat) return byFormat[format];
  if (type === 'boolean') return true;
  if (type === 'integer') return Math.max(minimum, 1);
  throw new Error(`no example for the field ${name}: give a likely value in src/documents/example.ts`);
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
}
