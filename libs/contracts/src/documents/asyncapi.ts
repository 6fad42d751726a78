/** The AsyncAPI 3.0 document: every event, the subject it travels on, and what stands around its body. */
import { allContracts, SiteCode, type EventContract } from '../index.js';
import { JsonSchemas, type Json } from './json-schema.js';
import { services } from './services.js';

export function asyncApiDocument(): Json {
  const events = allContracts().filter((contract) => contract.kind === 'event');
  // AsyncAPI's own dialect is a superset of draft-07.
  const schemas = new JsonSchemas('draft-07', [...events.map(({ body }) => body), SiteCode]);
  const messages = Object.fromEntries(events.map((event) => [event.name, messageOf(event, schemas)]));
  return {
    asyncapi: '3.0.0',
    info: {
      title: '巡察事件',
      version: 'v1',
      description:
        '由契约生成。事件经 NATS JetStream 传递，以 CloudEvents 1.0 二进制方式书写：标头说明事件，正文是下列内容的 JSON。正文不含人名，不含自由文本。',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(events.map((event) => [event.name, channelOf(event)])),
    operations: Object.fromEntries(events.map((event) => [event.name, operationOf(event)])),
    components: {
      parameters: {
        prefix: { description: '安装的前缀：几套安装可以共用一个消息服务器', examples: ['xc'] },
        site: { description: '站点代码', examples: ['330381', 'r-ruian'] },
      },
      messages,
      schemas: { ...schemas.usedIn(messages), EventHeaders: eventHeaders(schemas) },
    },
  };
}

function channelOf({ name, service, aggregate, event, summary }: EventContract): Json {
  return {
    address: `{prefix}.${service}.{site}.${aggregate}.${event}`,
    title: summary,
    parameters: {
      prefix: { $ref: '#/components/parameters/prefix' },
      site: { $ref: '#/components/parameters/site' },
    },
    messages: { [name]: { $ref: `#/components/messages/${name}` } },
  };
}

function operationOf({ name, service }: EventContract): Json {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${name}` },
    tags: [{ name: service, description: services[service] }],
  };
}

function messageOf({ name, summary, classification, body }: EventContract, schemas: JsonSchemas): Json {
  return {
    name,
    title: summary,
    headers: { $ref: '#/components/schemas/EventHeaders' },
    correlationId: { location: '$message.header#/ce-correlation' },
    payload: schemas.of(body),
    'x-classification': classification,
  };
}

/** As the relay writes them; a header is always text. */
function eventHeaders(schemas: JsonSchemas): Json {
  const id = { type: 'string', format: 'uuid' };
  const whole = (description: string) => ({ type: 'string', pattern: '^[1-9][0-9]*$', description });
  const required = {
    'ce-specversion': { type: 'string', const: '1.0' },
    'ce-id': { ...id, description: '只用于辨认；次序见 ce-ordinal' },
    'ce-source': { type: 'string', enum: Object.keys(services), description: '发布的服务' },
    'ce-type': { type: 'string', description: '事件的名称' },
    'ce-subject': { ...id, description: '所属记录' },
    'ce-dataschema': { type: 'string', format: 'uri-reference' },
    'ce-site': schemas.partsOf(SiteCode),
    'ce-classification': { type: 'string', enum: ['open', 'internal', 'restricted', 'sealed'] },
    'ce-effective': { type: 'string', format: 'date', description: '发生之日（中国）' },
    'ce-time': { type: 'string', format: 'date-time', description: '记录之时' },
    'ce-correlation': { ...id, description: '同一件事引起的一切，编号相同' },
    'ce-version': whole('记录的第几版；一个事件是一版'),
    'ce-epoch': whole('第几代：自备份恢复一次，加一'),
    'ce-number': whole('本站点、本服务内的序号，不缺号'),
    'ce-ordinal': whole('本服务内的发布次序，不缺号'),
  };
  return {
    type: 'object',
    required: Object.keys(required),
    properties: {
      ...required,
      'ce-actor': { ...id, description: '办理的账号；系统所为则无' },
      'ce-causation': { ...id, description: '由哪一个事件引起' },
      'ce-traceparent': { type: 'string', description: 'W3C Trace Context' },
    },
  };
}
