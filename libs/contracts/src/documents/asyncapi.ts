/** The AsyncAPI 3.0 document of every event: subject, headers (CloudEvents 1.0 in binary mode) and body. */
import { z } from 'zod';
import { allContracts, type EventContract } from '../kit/builders.js';
import { BusinessDate, Id, Instant, SiteCode, Version } from '../kit/types.js';
import { schemaOf, type JsonSchema } from './schema.js';

/** What stands in the headers of every event; the same in all. */
export const EventHeaders = z.object({
  'ce-specversion': z.literal('1.0'),
  'ce-id': Id,
  'ce-source': z.string().describe('发布事件的服务'),
  'ce-type': z.string().describe('service.aggregate.event'),
  'ce-subject': Id.describe('聚合的编号'),
  'ce-time': Instant.describe('记录的时刻'),
  'ce-dataschema': z.string(),
  'ce-site': SiteCode,
  'ce-classification': z.enum(['open', 'internal', 'restricted', 'sealed']),
  'ce-effective': BusinessDate.describe('发生的日期'),
  'ce-version': Version.describe('聚合的版本；同一聚合的事件按此排列，不缺号'),
  'ce-epoch': z.int().describe('从备份恢复后加一'),
  'ce-number': z.int().describe('在站点与服务内连续'),
  'ce-ordinal': z.int().describe('在服务内连续，即发布的次序'),
  'ce-correlation': Id.describe('引起这一串事件的请求'),
  'ce-actor': Id.optional().describe('操作的账号；系统自身所为时没有'),
  'ce-causation': Id.optional().describe('引起它的事件'),
  'ce-traceparent': z.string().optional(),
});

export function asyncApiDocument(): JsonSchema {
  const events = allContracts()
    .filter((contract) => contract.kind === 'event')
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const each = (make: (event: EventContract) => unknown) =>
    Object.fromEntries(events.map((event) => [event.name, make(event)]));
  return {
    asyncapi: '3.0.0',
    info: {
      title: '巡察 Xuncha',
      version: '1',
      description: '由 libs/contracts 的契约生成。事件只说事实与编号，不含人名与自由文本。',
    },
    defaultContentType: 'application/json',
    channels: each(channel),
    operations: each(operation),
    components: {
      messages: each(message),
      schemas: { EventHeaders: schemaOf(EventHeaders) },
      parameters: {
        prefix: { description: '安装的前缀', default: 'xc' },
        site: { description: '站点代码' },
      },
    },
  };
}

function channel({ name, service, aggregate, event }: EventContract) {
  return {
    address: `{prefix}.${service}.{site}.${aggregate}.${event}`,
    messages: { [name]: { $ref: `#/components/messages/${name}` } },
    parameters: {
      prefix: { $ref: '#/components/parameters/prefix' },
      site: { $ref: '#/components/parameters/site' },
    },
  };
}

function operation({ name, service, summary }: EventContract) {
  return {
    action: 'send',
    summary,
    channel: { $ref: `#/channels/${name}` },
    messages: [{ $ref: `#/channels/${name}/messages/${name}` }],
    tags: [{ name: service }],
  };
}

function message({ name, summary, classification, body }: EventContract) {
  return {
    name,
    summary,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/EventHeaders' },
    payload: schemaOf(body),
    'x-classification': classification,
  };
}
