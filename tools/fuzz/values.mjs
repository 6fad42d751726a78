/** Values for fields: what a schema asks for, and what nobody should send. */

/** Stands for text that JSON.stringify would not write, until the body is written. */
const raw = (text) => `@raw:${Buffer.from(text).toString('hex')}@`;
export const written = (json) =>
  json.replaceAll(/"@raw:([0-9a-f]*)@"/g, (_, hex) => Buffer.from(hex, 'hex').toString('utf8'));

const deep = (open, close, depth) => open.repeat(depth) + close.repeat(depth);

/** None of them belongs anywhere. Functions of chance where chance says more. */
export const strange = [
  null,
  true,
  '',
  ' ',
  0,
  -0.5,
  -1,
  2 ** 31,
  2 ** 53,
  Number.MAX_VALUE,
  [],
  {},
  [[[]]],
  'a'.repeat(70_000),
  '长'.repeat(3_000),
  '😀𠮷'.repeat(50),
  'a\u0000b',
  '\u0000',
  '\ud800',
  'x\udfffy',
  '\u202e\u200b\ufeff',
  "' OR '1'='1",
  '"; DROP TABLE account; --',
  '`${7*7}`{{7*7}}%n%s%x',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'a\r\nX-Injected: 1\r\n\r\n',
  '<script>alert(1)</script>',
  '=cmd|calc!A0',
  'NaN',
  'Infinity',
  '9'.repeat(400),
  '2017-02-30',
  '9999-12-31',
  '0000-00-00',
  '-000001-01-01',
  '2024-05-06T25:61:61Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '__proto__',
  raw('NaN'),
  raw('Infinity'),
  raw('1e400'),
  raw('-1e400'),
  raw('1e-400'),
  raw('123456789012345678901234567890'),
  raw('00'),
  raw('1.'),
  raw("'single'"),
  raw('"\\ud800"'),
  raw('"\\u0000"'),
  raw('"a\nb"'),
  raw(deep('[', ']', 31)),
  raw(deep('[', ']', 5_000)),
  raw(deep('{"a":', '1}', 2).slice(0, 8)),
  raw('{"__proto__":{"isAdmin":true}}'),
  raw('{"constructor":{"prototype":{"x":1}}}'),
  raw('{"a":1,"a":2}'),
];

const day = '2024-05-06';
const texts = [
  'teams',
  'livelihood:yes',
  'K7QX2M4ZP5RT6WYA',
  'a'.repeat(64),
  '330381',
  'office',
  '演示内容',
  'text/csv',
];

/** One that fits: `idFor(field)` says which id stands in a field. */
export function fitting(schema, field, { chance, idFor, resolve }) {
  const known = { chance, idFor, resolve };
  const { $ref, const: only, enum: choices, anyOf, oneOf, allOf, properties, items, examples } = schema;
  if ($ref) return fitting(resolve($ref), field, known);
  if (only !== undefined) return only;
  if (choices) return chance.pick(choices);
  if (examples) return chance.pick(examples);
  const kinds = anyOf ?? oneOf ?? allOf;
  if (kinds) return fitting(chance.pick(kinds), field, known);
  if (properties) return objectOf(schema, known);
  if (items) {
    const length = Math.max(schema.minItems ?? 0, chance.between(0, 2));
    return Array.from({ length }, () => fitting(items, field.replace(/s$/, ''), known));
  }
  return plain(schema, field, known);
}

function objectOf({ properties, required = [] }, known) {
  const wanted = Object.entries(properties).filter(
    ([name]) => required.includes(name) || known.chance.percent(30),
  );
  return Object.fromEntries(wanted.map(([name, schema]) => [name, fitting(schema, name, known)]));
}

function plain(
  { type, format, pattern, minimum, maximum, minLength = 1, maxLength },
  field,
  { chance, idFor },
) {
  const kind = [type].flat().find((one) => one !== 'null') ?? 'null';
  if (kind === 'boolean') return chance.percent(50);
  if (kind === 'integer' || kind === 'number') {
    const ends = [minimum ?? 0, maximum ?? 2_147_483_647];
    return chance.percent(70) ? Math.max(minimum ?? 1, 1) : chance.pick(ends);
  }
  if (kind !== 'string') return kind === 'null' ? null : {};
  if (format === 'uuid') return idFor(field);
  if (format === 'date') return day;
  if (format === 'date-time') return `${day}T01:00:00Z`;
  const fits = (text) =>
    text.length >= minLength &&
    text.length <= (maxLength ?? Infinity) &&
    (!pattern || new RegExp(pattern, 'u').test(text));
  const unique = `x${chance.between(1, 1e9)}`;
  return [unique, ...texts, '演'.repeat(minLength), '长'.repeat(maxLength ?? 10)].find(fits) ?? unique;
}
