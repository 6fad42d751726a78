/** The OpenAPI 3.1 document of every contract that has a route. */
import { z } from 'zod';
import {
  allContracts,
  type CommandContract,
  type FileContract,
  type QueryContract,
  type Route,
} from '../kit/builders.js';
import { FileRef, SiteCode } from '../kit/types.js';
import { signIn } from '../identity/session.js';
import { schemaOf, type JsonSchema } from './schema.js';

type Callable = CommandContract | QueryContract;
type Operation = Readonly<Record<string, unknown>>;

export function openApiDocument(): JsonSchema {
  const paths: Record<string, Record<string, Operation>> = {};
  const add = ({ method, path }: Route, operation: Operation) => {
    (paths[path] ??= {})[method.toLowerCase()] = operation;
  };
  for (const contract of allContracts()) {
    if (contract.kind === 'event' || !contract.route) continue;
    add(contract.route, contract.kind === 'file' ? upload(contract) : operation(contract, contract.route));
  }
  const sorted = Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1)));
  return {
    openapi: '3.1.0',
    info: {
      title: '巡察 Xuncha',
      version: '1',
      description: '由 libs/contracts 的契约生成；服务、网关与本文档出自同一处。',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    tags: serviceTags(),
    paths: { '/sign-in': { post: signInOperation() }, '/events': { get: eventsOperation() }, ...sorted },
    components,
  };
}

function serviceTags() {
  const routed = allContracts().filter((contract) => contract.kind !== 'event' && contract.route);
  return [...new Set(routed.map(({ service }) => service))].sort().map((name) => ({ name }));
}

function described(contract: Callable | FileContract): Operation {
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [contract.service],
    ...(contract.permission ? { 'x-permission': contract.permission } : {}),
    ...(contract.kind === 'query' ? { 'x-classification': contract.classification } : {}),
  };
}

function operation(contract: Callable, { method, parameters: inPath }: Route): Operation {
  const { shape } = contract.input as z.ZodObject<Record<string, z.ZodType>>;
  const others = Object.entries(shape).filter(([name]) => !inPath.includes(name));
  const inQuery = method === 'GET' ? others : [];
  const body = z.object(Object.fromEntries(others));
  return {
    ...described(contract),
    parameters: [
      ...inPath.map((name) => parameter('path', name, shape[name]!)),
      ...inQuery.map(([name, type]) => parameter('query', name, type)),
      { $ref: '#/components/parameters/Site' },
      ...(contract.kind === 'command' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(method === 'GET' ? {} : { requestBody: { required: true, ...json(closed(schemaOf(body))) } }),
    responses: responses(schemaOf(contract.output)),
  };
}

/** The gateway refuses what it does not know. */
function closed(schema: JsonSchema): JsonSchema {
  return { ...schema, additionalProperties: false };
}

function parameter(place: 'path' | 'query', name: string, type: z.ZodType): Operation {
  const required = place === 'path' || !type.safeParse(undefined).success;
  return { name, in: place, required, schema: schemaOf(type) };
}

function upload(contract: FileContract): Operation {
  const binary = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } };
  return {
    ...described(contract),
    parameters: [parameter('query', 'name', FileRef.shape.name), { $ref: '#/components/parameters/Site' }],
    requestBody: {
      required: true,
      description: `文件内容本身，最多 ${contract.maxBytes} 字节`,
      content: Object.fromEntries(contract.mediaTypes.map((mediaType) => [mediaType, binary])),
    },
    responses: responses(schemaOf(FileRef)),
  };
}

function signInOperation(): Operation {
  return {
    operationId: signIn.name,
    summary: signIn.summary,
    tags: [signIn.service],
    security: [],
    requestBody: { required: true, ...json(closed(schemaOf(signIn.input))) },
    responses: responses(schemaOf(signIn.output)),
  };
}

function eventsOperation(): Operation {
  const schema = schemaOf(z.object({ aggregate: z.string().describe('有变化的记录种类') }));
  return {
    operationId: 'gateway.events',
    summary: '服务器推送：哪一种记录有变化，请重新查询',
    parameters: [{ $ref: '#/components/parameters/Site' }],
    responses: {
      '200': {
        description: '事件流，每条数据为一个 JSON 对象',
        content: { 'text/event-stream': { schema } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function responses(schema: JsonSchema): Operation {
  return {
    '200': { description: '成功', ...json(schema) },
    default: { $ref: '#/components/responses/Problem' },
  };
}

function json(schema: JsonSchema) {
  return { content: { 'application/json': { schema } } };
}

const FieldFault = z.object({ field: z.string(), code: z.string(), text: z.string() });
/** RFC 9457, with a code that programs go by and texts for people. */
const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('可直接显示给用户的中文说明'),
  code: z.string().describe('程序据此判断'),
  facts: z.record(z.string(), z.unknown()),
  errors: z.array(FieldFault).optional().describe('code 为 request.invalid 时，逐项列出不正确的字段'),
  correlation: z.string().describe('追踪编号，同 X-Request-Id'),
});

const components = {
  securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  parameters: {
    Site: {
      name: 'X-Xc-Site',
      in: 'header',
      required: false,
      description: '站点代码；不填时为登录时的站点',
      schema: schemaOf(SiteCode),
    },
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: '同一编号、同一内容重发，只执行一次，30 天内有效',
      schema: { type: 'string', minLength: 1, maxLength: 100 },
    },
  },
  schemas: { Problem: schemaOf(Problem) },
  responses: {
    Problem: {
      description: '未成功，未保存任何内容',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
};
