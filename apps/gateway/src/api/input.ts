/** Makes the input of a contract from the parts of a request: path, query string and JSON body. */
import type { CommandContract, QueryContract } from '@xuncha/contracts';
import { refuse } from '@xuncha/domain-kit';
import { z } from 'zod';

export interface Parts {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: unknown;
}
interface FieldError {
  readonly field: string;
  readonly code: string;
}
type Fields = Readonly<Record<string, unknown>>;

/**
 * Texts of the address become what the contract's types say; a text that does not fit stays one, for the service to refuse. What the
 * contract does not know is refused here, because a service passes over it: a client one version ahead may still send it.
 */
export function inputOf(contract: CommandContract | QueryContract, { path, query, body }: Parts): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return refuse('request.invalid', { errors: [{ field: '', code: 'invalid_type' }] });
  const { shape } = contract.input;
  const given = { ...query, ...(body as Fields) };
  const twice = contract.route!.parameters.filter((name) => Object.hasOwn(given, name));
  const errors = [...twice.map(unknownField), ...unknownFields(contract.input, given, '')];
  if (errors.length > 0) return refuse('request.invalid', { errors });
  const typed = Object.entries(query).map(([name, text]) => [name, valueOf(shape[name]!, text)]);
  return { ...path, ...(body as Fields), ...Object.fromEntries(typed) };
}

function unknownField(field: string): FieldError {
  return { field, code: 'unrecognized_keys' };
}

function unknownFields(type: z.core.$ZodType, value: unknown, at: string): FieldError[] {
  const schema = within(type);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((item, index) => unknownFields(schema.element, item, joined(at, index)));
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  const shape = schema.shape as Record<string, z.ZodType>;
  return Object.entries(value).flatMap(([name, member]) =>
    Object.hasOwn(shape, name)
      ? unknownFields(shape[name]!, member, joined(at, name))
      : [unknownField(joined(at, name))],
  );
}

function valueOf(type: z.core.$ZodType, text: string | string[]): unknown {
  const schema = within(type);
  if (schema instanceof z.ZodArray) return [text].flat().map((item) => valueOf(schema.element, item));
  if (typeof text !== 'string') return text;
  if (schema instanceof z.ZodNumber && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (schema instanceof z.ZodBoolean && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function within(type: z.core.$ZodType): z.core.$ZodType {
  if (type instanceof z.ZodOptional || type instanceof z.ZodNullable || type instanceof z.ZodDefault)
    return within(type.def.innerType);
  return type;
}

function joined(at: string, name: string | number): string {
  return at === '' ? String(name) : `${at}.${name}`;
}
