/** Uploads in parts, as operations: tus 1.0, so that whoever has a client for it need not write one. */
import { FileRef, Id, partsRoutes, type UploadContract } from '../index.js';
import type { JsonSchemas, Json } from './json-schema.js';
import { refusals } from './problems.js';

interface Part {
  readonly summary: string;
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Json;
}

const site = { $ref: '#/components/parameters/site' };
const integer = { type: 'integer', minimum: 0 };
const given = (name: string, schema: Json, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema,
});
const state = {
  'Upload-Offset': { description: '已收到多少字节', schema: integer },
  'Upload-Expires': { description: '到此时还没有续传，即清除', schema: { type: 'string' } },
};

export function partsOperations(contract: UploadContract, schemas: JsonSchemas): Record<string, Json> {
  const { all, one } = partsRoutes(contract);
  const uploadId = { name: 'uploadId', in: 'path', required: true, schema: schemas.of(Id) };
  const operation = (verb: string, { summary, parameters = [], responses, ...rest }: Part): Json => ({
    operationId: `${contract.name}.${verb}`,
    summary: `${contract.summary}：${summary}`,
    tags: [contract.service],
    'x-permission': contract.permission,
    parameters: [...(verb === 'begin' ? [] : [uploadId]), ...parameters, site],
    ...rest,
    responses: { ...responses, ...refusals('parts', contract.service) },
  });
  return {
    [all]: { post: operation('begin', beginning(contract)) },
    [one]: {
      head: operation('offset', asking),
      patch: operation('append', appending),
      get: operation('answer', answering(schemas.of(FileRef))),
      delete: operation('drop', { summary: '放弃', responses: { 204: { description: '已清除' } } }),
    },
  };
}

function beginning({ maxBytes, mediaTypes }: UploadContract): Part {
  return {
    summary: '开始分段上传，断了可以接着传（tus 1.0）',
    parameters: [
      given('Upload-Length', { ...integer, maximum: maxBytes }, '文件共多少字节'),
      given(
        'Upload-Metadata',
        { type: 'string', examples: [`name ${base64('照片.jpg')},type ${base64('image/jpeg')}`] },
        `文件的名称（name）和类型（type），值用 Base64；照片要保留拍摄位置的，keepPosition 为 true。类型可为 ${mediaTypes.join('、')}`,
      ),
    ],
    responses: {
      201: {
        description: '已开始；只有开始的人能接着传',
        headers: { ...state, Location: { description: '接着传的地址', schema: { type: 'string' } } },
      },
    },
  };
}

const asking: Part = {
  summary: '收到了多少',
  responses: {
    200: { description: '从此处接着传', headers: { ...state, 'Upload-Length': { schema: integer } } },
  },
};

const appending: Part = {
  summary: '接着传',
  parameters: [given('Upload-Offset', integer, '从第几个字节起')],
  requestBody: {
    required: true,
    content: { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } },
  },
  responses: { 204: { description: '已收到；到了末尾，即已查验存入', headers: state } },
};

function answering(file: Json): Part {
  return {
    summary: '传完后的文件',
    responses: {
      200: {
        description: '已存入；随后的命令以此引用',
        content: { 'application/json': { schema: file } },
      },
    },
  };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
