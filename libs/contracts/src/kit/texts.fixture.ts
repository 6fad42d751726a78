/** The texts that a schema lets through, for tests of what may be said where. */
import type { Json } from '../documents/json-schema.js';

export interface Text {
  readonly at: string;
  readonly schema: {
    readonly enum?: unknown;
    readonly format?: string;
    readonly pattern?: string;
    readonly description?: string;
  };
}

/** Every text within a body, by the names of the fields that lead to it. */
export function textsIn(schema: Json, at: string): Text[] {
  if ([schema.type].flat().includes('string')) return [{ at, schema }];
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  const others = [schema.items, schema.additionalProperties, schema.anyOf, schema.allOf].flat();
  return [
    ...fields.flatMap(([name, field]) => textsIn(field, `${at}.${name}`)),
    ...others.flatMap((other) => (other ? textsIn(other as Json, at) : [])),
  ];
}

/** Neither a choice nor of a form: whatever somebody wrote. */
export function isFree({ schema: { enum: choices, format, pattern } }: Text): boolean {
  return !choices && !format && !pattern;
}
