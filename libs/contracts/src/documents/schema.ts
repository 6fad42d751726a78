/** Zod types as JSON Schema 2020-12, which both OpenAPI 3.1 and AsyncAPI 3.0 understand. */
import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** As it is written by whoever sends it. Where a format says what a text is, its long pattern is left out. */
export function schemaOf(type: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  });
  return schema;
}
