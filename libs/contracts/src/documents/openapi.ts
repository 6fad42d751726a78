/** The OpenAPI 3.1 document: every contract with a route, and the addresses that the gateway has by hand. */
import type { z } from 'zod';
import {
  allContracts,
  EXCEL,
  exportsOfLedgers,
  FileRef,
  sessionRoutes,
  SiteCode,
  type CommandContract,
  type DownloadContract,
  type PackageContract,
  type FileContract,
  type LedgerExport,
  type QueryContract,
  type UploadContract,
} from '../index.js';
import { JsonSchemas, type Json } from './json-schema.js';
import { partsOperations } from './parts.js';
import { problemResponses, problemSchema, refusals, type ProblemTables } from './problems.js';
import { services } from './services.js';
import { departmentScheme, securityOf, tokenOperation } from './token-endpoint.js';

type Callable = CommandContract | QueryContract;
interface ObjectSchema {
  readonly properties: Readonly<Record<string, Json>>;
  readonly required: readonly string[];
}

export function openApiDocument(problems: ProblemTables): Json {
  const contracts = allContracts().filter((contract) => contract.kind !== 'event');
  const spoken = contracts.flatMap((it) => (it.kind === 'file' ? [] : [it.input, it.output]));
  const schemas = new JsonSchemas('draft-2020-12', [...spoken, SiteCode]);
  const paths = pathsOf(contracts, schemas);
  const parameters = sharedParameters(schemas);
  return {
    openapi: '3.1.1',
    info: {
      title: '巡察接口',
      version: 'v1',
      description:
        '由契约生成。凡未办成的，应答均为问题详情（RFC 9457）；各种代码及其说法列在应答的 x-codes 中。',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    tags: Object.entries(services).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: '登录所得的凭据' },
        department: departmentScheme,
      },
      parameters,
      responses: problemResponses(problems),
      schemas: { ...schemas.usedIn([paths, parameters]), Problem: problemSchema },
    },
  };
}

/** By path and then by method, in small letters. */
function pathsOf(contracts: readonly (Callable | FileContract)[], schemas: JsonSchemas): Json {
  const paths: Record<string, Json> = {
    ...Object.fromEntries(
      sessionRoutes.map(([path, contract]) => [path, { post: ofSession(contract, schemas) }]),
    ),
    '/events': { get: changes() },
    '/oauth/token': { post: tokenOperation },
  };
  for (const contract of contracts) {
    if (!contract.route) continue;
    const { method, path } = contract.route;
    const operation = contract.kind === 'file' ? fileOperation(contract, schemas) : call(contract, schemas);
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
    if (contract.kind === 'file' && contract.direction === 'up')
      Object.assign(paths, partsOperations(contract, schemas));
  }
  for (const of of exportsOfLedgers()) paths[of.route.path] = { get: ledgerFile(of, schemas) };
  return Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function call(contract: Callable, schemas: JsonSchemas): Json {
  const { inPath, rest } = splitInput(contract, schemas);
  const isCommand = contract.kind === 'command';
  return {
    ...described(contract),
    ...securityOf(contract.permission),
    parameters: [
      ...parametersIn('path', inPath),
      ...(isCommand ? [shared('idempotencyKey')] : parametersIn('query', rest)),
      shared('site'),
    ],
    ...(isCommand && Object.keys(rest.properties).length > 0 ? { requestBody: bodyOf(rest) } : {}),
    responses: {
      200: answer(isCommand ? '已完成' : '所查询的内容', schemas.of(contract.output)),
      ...refusals(contract.kind, contract.service),
    },
  };
}

function fileOperation(contract: FileContract, schemas: JsonSchemas): Json {
  return contract.direction === 'up' ? upload(contract, schemas) : download(contract, schemas);
}

function download(contract: DownloadContract | PackageContract, schemas: JsonSchemas): Json {
  const { inPath } = splitInput({ ...contract.named, route: contract.route }, schemas);
  const content = { '*/*': { schema: { type: 'string', format: 'binary' } } };
  const asked = (name: string, description: string) => ({
    name,
    in: 'header',
    description,
    schema: { type: 'string' },
  });
  return {
    ...described(contract),
    parameters: [
      ...parametersIn('path', inPath),
      asked('Range', '只要其中一段，如 bytes=0-65535；一次一段'),
      asked('If-None-Match', '已有的文件的 ETag（即其 SHA-256）'),
      shared('site'),
    ],
    responses: {
      200: { description: '文件本身，以附件送出', content },
      206: { description: '所要的一段', content },
      304: { description: '与已有的相同' },
      ...refusals('download', contract.service),
    },
  };
}

/** Named by itself: a program that fetches the rows and one that fetches the file are two. */
function ledgerFile({ list, input }: LedgerExport, schemas: JsonSchemas): Json {
  const { inPath, rest } = splitInput(list, schemas);
  const filters = Object.entries(rest.properties).filter(([name]) => name in input.shape);
  const asked = { properties: Object.fromEntries(filters), required: rest.required };
  const content = { schema: { type: 'string', format: 'binary' } };
  return {
    ...described(list),
    operationId: `${list.name}.export`,
    summary: `导出 Excel：${list.summary}`,
    ...securityOf(list.permission),
    parameters: [...parametersIn('path', inPath), ...parametersIn('query', asked), shared('site')],
    responses: {
      200: { description: '符合条件的全部记录，边读边送', content: { [EXCEL]: content } },
      ...refusals('query', list.service),
    },
  };
}

function upload(contract: UploadContract, schemas: JsonSchemas): Json {
  const name = objectOf(FileRef, schemas).properties.name!;
  const keepPosition = { type: 'boolean', description: '照片作为证据，保留拍摄位置；不填则去掉' };
  const content = { schema: { type: 'string', format: 'binary' } };
  return {
    ...described(contract),
    parameters: [
      ...parametersIn('query', { properties: { name, keepPosition }, required: ['name'] }),
      shared('site'),
    ],
    requestBody: {
      required: true,
      description: `文件本身，最多 ${contract.maxBytes} 字节`,
      content: Object.fromEntries(contract.mediaTypes.map((mediaType) => [mediaType, content])),
    },
    responses: {
      200: answer('已存入；随后的命令以此引用', schemas.of(FileRef)),
      ...refusals('file', contract.service),
    },
  };
}

/** Before there is a token; signing out shows one. With the header, the renewal secret is kept in a cookie that no script reads. */
function ofSession(contract: Callable, schemas: JsonSchemas): Json {
  return {
    ...described(contract),
    ...(contract.kind === 'query' ? { security: [] } : {}),
    parameters: [shared('renewal')],
    requestBody: bodyOf(objectOf(contract.input, schemas)),
    responses: {
      200: answer('已完成', schemas.of(contract.output)),
      ...refusals('session', contract.service),
    },
  };
}

function changes(): Json {
  return {
    operationId: 'events',
    summary: '本站点的更新（server-sent events）：只说哪一类记录有变化，再次查询即得',
    tags: ['gateway'],
    parameters: [shared('site')],
    responses: {
      200: {
        description: '每条 data 为 {"aggregate":"…"}；access 表示本人的角色或回避有变化',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      ...refusals('stream', 'gateway'),
    },
  };
}

function described(contract: Callable | FileContract): Json {
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [contract.service],
    ...('permission' in contract ? { 'x-permission': contract.permission } : {}),
    ...('classification' in contract ? { 'x-classification': contract.classification } : {}),
  };
}

function splitInput({ route, input }: Callable, schemas: JsonSchemas) {
  const whole = objectOf(input, schemas);
  const part = (isIn: (name: string) => boolean): ObjectSchema => ({
    properties: Object.fromEntries(Object.entries(whole.properties).filter(([name]) => isIn(name))),
    required: whole.required.filter(isIn),
  });
  const isInPath = (name: string) => route!.parameters.includes(name);
  return { inPath: part(isInPath), rest: part((name) => !isInPath(name)) };
}

function objectOf(input: z.ZodObject, schemas: JsonSchemas): ObjectSchema {
  const { properties = {}, required = [] } = schemas.partsOf(input) as Partial<ObjectSchema>;
  return { properties, required };
}

function parametersIn(place: 'path' | 'query', { properties, required }: ObjectSchema): Json[] {
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: required.includes(name),
    description,
    schema,
  }));
}

/** The gateway refuses fields that it does not know, so that a slip of the pen is not passed over. */
function bodyOf({ properties, required }: ObjectSchema): Json {
  const schema = { type: 'object', properties, required, additionalProperties: false };
  return { required: required.length > 0, content: { 'application/json': { schema } } };
}

function answer(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } };
}

function shared(name: string): Json {
  return { $ref: `#/components/parameters/${name}` };
}

function sharedParameters(schemas: JsonSchemas): Json {
  return {
    idempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: '请求编号：同一编号的同一项内容只办一次，保留 30 天；不填则每次都办',
      schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,100}$' },
    },
    renewal: {
      name: 'X-Xc-Renewal',
      in: 'header',
      description: '填 cookie：续期凭据存于 HttpOnly Cookie，不出现在应答中；浏览器页面用此方式',
      schema: { type: 'string', enum: ['cookie'] },
    },
    site: {
      name: 'X-Xc-Site',
      in: 'header',
      description: '站点代码；不填则为登录时的站点',
      schema: schemas.of(SiteCode),
    },
  };
}
