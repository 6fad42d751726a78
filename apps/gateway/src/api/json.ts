/** Reads a JSON body: strict UTF-8, and no deeper than any contract could mean. */
import { refuse, refuseIf } from '@xuncha/domain-kit';

const DEEPEST = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });

const OPENING = new Set(['[', '{'].map((it) => it.charCodeAt(0)));
const CLOSING = new Set([']', '}'].map((it) => it.charCodeAt(0)));
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

/** An empty body is an empty input. Refuses with `request.not-json` or `request.too-deep`. */
export function parseJson(body: Uint8Array): unknown {
  if (body.length === 0) return {};
  refuseIf(isTooDeep(body), 'request.too-deep', { limit: DEEPEST });
  try {
    return JSON.parse(utf8.decode(body)) as unknown;
  } catch {
    return refuse('request.not-json');
  }
}

/** Looked at before it is parsed: whoever walks a value later may do so recursively. */
function isTooDeep(body: Uint8Array): boolean {
  let depth = 0;
  let isText = false;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index]!;
    if (isText) {
      if (byte === BACKSLASH) index++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (OPENING.has(byte)) {
      if (++depth > DEEPEST) return true;
    } else if (CLOSING.has(byte)) depth--;
  }
  return false;
}
