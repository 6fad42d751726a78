/** JSON schemas of what the contracts say. A schema that has an exported name is a component, and others refer to it. */
import { z } from 'zod';
import * as exported from '../index.js';

export type Json = Record<string, unknown>;

const COMPONENTS = '#/components/schemas/';

/** What is sent and what is answered is one schema: contracts have no transforms. A format says more than its long pattern. */
const settings: z.core.ToJSONSchemaParams = {
  io: 'input',
  override: ({ jsonSchema }) => {
    if (jsonSchema.format) delete jsonSchema.pattern;
  },
};

export class JsonSchemas {
  private readonly ids = z.registry<{ id: string }>();
  private readonly named = new Set<string>();
  private readonly made: Readonly<Record<string, Json>>;

  /** All are converted at once: only then do they refer to each other. */
  constructor(target: 'draft-2020-12' | 'draft-07', schemas: readonly z.ZodType[]) {
    for (const [name, value] of Object.entries(exported)) {
      if (!(value instanceof z.ZodType) || this.ids.has(value)) continue;
      this.ids.add(value, { id: name });
      this.named.add(name);
    }
    for (const [index, schema] of schemas.entries())
      if (!this.ids.has(schema)) this.ids.add(schema, { id: `unnamed ${index}` });
    const uri = (id: string) => COMPONENTS + id;
    const converted = z.toJSONSchema(this.ids, { ...settings, target, uri }).schemas;
    this.made = Object.fromEntries(Object.entries(converted).map(([id, schema]) => [id, bare(schema)]));
  }

  /** A reference where the schema has a name. */
  of(schema: z.ZodType): Json {
    const id = this.idOf(schema);
    return this.named.has(id) ? { $ref: COMPONENTS + id } : this.made[id]!;
  }

  /** The schema itself, whether or not it has a name; what it is made of may be references. */
  partsOf(schema: z.ZodType): Json {
    return this.made[this.idOf(schema)]!;
  }

  /** The components that something in a document refers to, directly or through others. */
  usedIn(document: unknown): Record<string, Json> {
    const used = new Set<string>();
    const follow = (node: unknown) => {
      for (const reference of referencesIn(node)) {
        const name = reference.startsWith(COMPONENTS) ? reference.slice(COMPONENTS.length) : '';
        if (!this.named.has(name) || used.has(name)) continue;
        used.add(name);
        follow(this.made[name]);
      }
    };
    follow(document);
    return Object.fromEntries([...used].toSorted().map((name) => [name, this.made[name]!]));
  }

  private idOf(schema: z.ZodType): string {
    return this.ids.get(schema)!.id;
  }
}

/** A schema by itself, without references. */
export function wholeSchema(schema: z.ZodType): Json {
  return bare(z.toJSONSchema(schema, settings));
}

/** Every `$ref` at whatever depth. */
export function referencesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : referencesIn(value),
  );
}

function bare({ $schema: _dialect, $id: _id, ...schema }: Json): Json {
  return schema;
}
