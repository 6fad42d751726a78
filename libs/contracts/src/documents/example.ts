/** A first draft of an example for an event, from its schema. Once committed it is never drafted again: it is what was published. */
import type { EventContract } from '../kit/builders.js';
import { schemaOf, type JsonSchema } from './schema.js';

interface Node extends JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly minimum?: number;
}

const formats: Readonly<Record<string, string>> = {
  uuid: '01890a5d-ac96-774b-bcce-b302099a8057',
  date: '2017-05-04',
  'date-time': '2017-05-04T01:00:00.000Z',
};
const texts = [
  '演示',
  'a1',
  '330381',
  'ABCDEFGHIJKLMNOP',
  'abcdefghijklmnop',
  'threeProblems:leadershipWeakened',
  '0'.repeat(64),
];

export function draftOf(contract: EventContract): unknown {
  const draft = valueFor(schemaOf(contract.body) as Node);
  contract.body.parse(draft);
  return draft;
}

function valueFor(node: Node): unknown {
  if (node.const !== undefined) return node.const;
  if (node.enum) return node.enum[0];
  if (node.anyOf) return valueFor(node.anyOf[0]!);
  switch (node.type) {
    case 'object':
      return objectFor(node);
    case 'array':
      return node.items ? [valueFor(node.items)] : [];
    case 'string':
      return textFor(node);
    case 'integer':
    case 'number':
      return Math.max(1, node.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function objectFor({ properties = {} }: Node): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, node]) => [name, valueFor(node)]));
}

function textFor({ format, pattern }: Node): string {
  const known = formats[format ?? ''];
  if (known) return known;
  return texts.find((text) => pattern === undefined || new RegExp(pattern, 'u').test(text)) ?? '演示';
}
