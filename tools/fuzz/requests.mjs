/** Makes the nth request: a route, somebody who sends it, and what is wrong with it, all by chance. */
import { randomUUID } from 'node:crypto';
import { roleMay } from '../../libs/contracts/dist/index.js';
import { fitting, strange, written } from './values.mjs';

const API = '/api/v1';
/** What would send the people home with whom all is tried. */
const sparing = new Set(['identity.account.disable', 'identity.grant.revoke']);
const media = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json\t',
  'application/',
  '',
];
const headers = [
  ['x-xc-site', '3303'],
  ['x-xc-site', 'nowhere'],
  ['x-xc-site', '*.>'],
  ['x-xc-site', 'a'.repeat(5_000)],
  ['idempotency-key', 'one key for all'],
  ['idempotency-key', 'x'.repeat(101)],
  ['idempotency-key', 'same-key'],
  ['traceparent', '00-zz'],
  ['x-request-id', '../../x'],
  ['x-forwarded-for', '1.2.3.4, ::1'],
  ['x-http-method-override', 'DELETE'],
  ['content-length', '-1'],
  ['content-length', '5'],
  ['content-encoding', 'gzip'],
  ['transfer-encoding', 'gzip, chunked'],
  ['accept', 'application/xml'],
  ['host', 'evil.example'],
  ['range', 'bytes=0-0'],
  ['xc-token', 'x'],
];
const paths = [
  '/..%2f..%2fhealth',
  '/%00',
  '/%',
  '//',
  '/%2e%2e/',
  ';a=b',
  '?__proto__[x]=1',
  '?cursor=',
  '#x',
  '%0d%0aX: 1',
];

export class Requests {
  #routes;
  #resolve;
  #people;
  #liars;
  #ids;

  constructor({ routes, resolve }, people, liars, ids) {
    this.#routes = routes;
    this.#resolve = resolve;
    this.#people = people;
    this.#liars = Object.entries(liars);
    this.#ids = ids;
  }

  /** All routes in turn, so that none is left out; the rest is the chance's to say. */
  make(number, chance) {
    const route = this.#routes[number % this.#routes.length];
    const sender = this.#senderOf(route, chance);
    const input = this.#inputOf(route, chance);
    const request = { route, sender, method: route.method, isMalformed: false, ...input };
    if (sender.token) request.headers.authorization = `Bearer ${sender.token}`;
    this.#spoil(request, chance);
    return request;
  }

  /** Mostly somebody who may, so that the request comes as far as it can. */
  #senderOf({ permission }, chance) {
    if (chance.percent(4)) {
      const [name, token] = chance.pick(this.#liars);
      return { name: `token ${name}`, token, isFalse: true };
    }
    if (chance.percent(1)) return { name: 'nobody' };
    const able = this.#people.filter(({ roles }) =>
      roles.some((role) => permission && roleMay(role, permission)),
    );
    return chance.pick(able.length > 0 && chance.percent(60) ? able : this.#people);
  }

  #inputOf({ path, parameters, content, method, name }, chance) {
    const idFor = (field) => (sparing.has(name) ? randomUUID() : this.#ids.for(field, chance));
    const known = { chance, idFor, resolve: this.#resolve };
    const value = (schema, field) =>
      chance.percent(15) ? chance.pick(strange) : fitting(schema, field, known);
    const inPath = parameters.filter((one) => one.in === 'path');
    const filled = inPath.reduce(
      (text, { name: field, schema }) =>
        text.replace(`{${field}}`, encodeURIComponent(textOf(value(schema, field)))),
      path,
    );
    const query = parameters
      .filter((one) => one.in === 'query' && (one.required || chance.percent(30)))
      .map(({ name: field, schema }) => `${field}=${encodeURIComponent(textOf(value(schema, field)))}`);
    const address = `${API}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`;
    const headers = Object.fromEntries(
      parameters
        .filter((one) => one.in === 'header' && one.required)
        .map(({ name: field, schema }) => [field.toLowerCase(), textOf(value(schema, field))]),
    );
    if (method === 'GET' || method === 'HEAD') return { address, headers };
    const [mediaType, { schema } = {}] = Object.entries(content)[0] ?? [];
    if (mediaType && mediaType !== 'application/json')
      return { address, headers, mediaType: chance.pick(Object.keys(content)), body: fileOf(chance) };
    const whole = schema ? fitting(schema, '', known) : {};
    return { address, headers, mediaType: 'application/json', body: this.#bodyOf(whole, chance) };
  }

  /** A body whose form is right, or in which one field or more are not. */
  #bodyOf(whole, chance) {
    const body = whole ?? {};
    const fields = Object.keys(body);
    if (chance.percent(60) && fields.length > 0)
      for (let times = chance.between(1, 2); times > 0; times--) spoilField(body, chance);
    if (chance.percent(5))
      return chance.pick(['[]', 'null', '1', '"x"', '{', '\u0000', '{"a":1}{"b":2}', '']);
    if (chance.percent(5)) body[chance.pick(['__proto__x', 'constructor', 'toString', 'extra'])] = 1;
    const text = written(JSON.stringify(body));
    return chance.percent(4) ? `{"__proto__":{"seen":1},${text.slice(1)}` : text;
  }

  #spoil(request, chance) {
    if (request.body !== undefined) request.headers['content-type'] = request.mediaType;
    if (request.body !== undefined && chance.percent(4)) request.headers['content-type'] = chance.pick(media);
    if (chance.percent(10)) {
      const [name, value] = chance.pick(headers);
      request.headers[name] = value;
      request.isMalformed = ['content-length', 'transfer-encoding', 'host'].includes(name);
    }
    if (chance.percent(5)) request.address += chance.pick(paths);
    if (chance.percent(2))
      request.method = chance.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE']);
  }
}

function spoilField(body, chance) {
  const name = chance.pick(Object.keys(body));
  const value = body[name];
  const isNested = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (isNested && chance.percent(60)) spoilField(value, chance);
  else body[name] = structuredClone(chance.pick(strange)); // A second spoiling may change it within.
}

function textOf(value) {
  const text = typeof value === 'string' ? written(`"${value}"`).slice(1, -1) : JSON.stringify(value);
  return text.isWellFormed?.() === false ? '%ED%A0%80' : text.slice(0, 6_000);
}

function fileOf(chance) {
  return chance.pick([
    'code,name\nA,b',
    'PK\u0003\u0004not a zip',
    '%PDF-1.7\n<script>',
    '\u0000\u0001\u0002',
    '"unbalanced',
    '',
  ]);
}
