/** What can be refused, as OpenAPI responses: one for each status of each service, with its codes and their Chinese text. */
import type { Json } from './json-schema.js';
import { services } from './services.js';

/** Code to status and text, as libs/service-kit/src/problem keeps it: what anybody may refuse, and what each service may. */
export interface ProblemTables {
  readonly common: Problems;
  readonly own: Readonly<Record<string, Problems>>;
}
type Problems = Readonly<Record<string, readonly [status: number, text: string]>>;

const meanings = {
  400: '请求本身不正确',
  401: '未登录，或登录已失效',
  403: '没有这项权限，或此人不得做这一步',
  404: '没有这条记录，或无权查看',
  409: '与记录的现状不符',
  412: '不支持的协议版本',
  413: '内容过大',
  415: '不支持的内容类型',
  416: '文件没有所要的那一部分',
  422: '内容不符合规定',
  429: '请求过于频繁',
  500: '系统内部错误',
  503: '服务暂时不在或繁忙，没有执行',
  504: '服务没有及时答复，可能已执行',
  507: '存放文件的地方满了，没有收下',
} as const;
type Status = keyof typeof meanings;

const comesAgain: ReadonlySet<number> = new Set([429, 503]);
const retryAfter = { description: '过多少秒再试', schema: { type: 'integer' } };

const away: readonly Status[] = [429, 500, 503, 504];
const statuses = {
  query: [400, 401, 403, 404, 422, ...away],
  download: [400, 401, 403, 404, 416, 422, ...away],
  command: [400, 401, 403, 404, 409, 413, 415, 422, ...away],
  file: [400, 401, 403, 413, 415, 422, ...away, 507],
  parts: [400, 401, 403, 404, 409, 412, 413, 415, 422, ...away, 507],
  session: [400, 401, 403, 409, 413, 415, 422, ...away],
  stream: [401, ...away],
} as const satisfies Record<string, readonly Status[]>;

export const problemSchema: Json = {
  type: 'object',
  description: '问题详情（RFC 9457）',
  required: ['type', 'title', 'status', 'code', 'detail', 'facts', 'correlation'],
  properties: {
    type: { type: 'string', format: 'uri', examples: ['urn:xuncha:problem:record.stale'] },
    title: { type: 'string', description: '这一类问题的说法' },
    status: { type: 'integer' },
    code: { type: 'string', description: '代码，不随措辞改变', examples: ['record.stale'] },
    detail: { type: 'string', description: '给使用者看的话' },
    facts: { type: 'object', description: '与问题有关的事实' },
    errors: {
      type: 'array',
      description: '填写有误的字段',
      items: {
        type: 'object',
        required: ['field', 'code', 'text'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, text: { type: 'string' } },
      },
    },
    correlation: { type: 'string', description: '追踪编号，告诉运维人员即可查到' },
  },
};

/** What a call of this kind to a service may be refused with. */
export function refusals(kind: keyof typeof statuses, service: string): Json {
  return Object.fromEntries(
    statuses[kind].map((status) => [status, { $ref: `#/components/responses/${nameOf(service, status)}` }]),
  );
}

export function problemResponses({ common, own }: ProblemTables): Json {
  const all = Object.keys(services).flatMap((service) =>
    Object.entries(meanings).map(([status, meaning]) => {
      const codes = codesOf(Number(status), { ...common, ...own[service] });
      return [nameOf(service, Number(status)), response(Number(status), meaning, codes)] as const;
    }),
  );
  return Object.fromEntries(all);
}

function codesOf(status: number, problems: Problems): Json {
  const ofStatus = Object.entries(problems).filter(([, [its]]) => its === status);
  return Object.fromEntries(ofStatus.map(([code, [, text]]) => [code, text]));
}

function response(status: number, description: string, codes: Json): Json {
  return {
    description,
    ...(comesAgain.has(status) ? { headers: { 'Retry-After': retryAfter } } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    'x-codes': codes,
  };
}

function nameOf(service: string, status: number): string {
  return `${service}-${status}`;
}
