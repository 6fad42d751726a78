/** `Upload-Metadata` of tus: pairs of a name and, in Base64, its value. */
import { refuse } from '@xuncha/domain-kit';
import type { FastifyRequest } from 'fastify';

const PAIR = /^([\w-]+)(?: ([\w+/]*={0,2}))?$/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

export function metadataOf({ headers }: FastifyRequest): Readonly<Record<string, string | undefined>> {
  const text = String(headers['upload-metadata'] ?? '').trim();
  const pairs = text === '' ? [] : text.split(/ *, */);
  return Object.fromEntries(pairs.map(pairOf));
}

function pairOf(text: string): [name: string, value: string] {
  const [, name, value = ''] = PAIR.exec(text) ?? malformed();
  try {
    return [name!, utf8.decode(Buffer.from(value, 'base64'))];
  } catch {
    return malformed();
  }
}

function malformed(): never {
  return refuse('request.invalid', { errors: [{ field: 'upload-metadata', code: 'invalid_format' }] });
}
