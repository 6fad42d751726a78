/** Sends a request as it is, also where no client would, and answers `{ status, headers, text }`. */
import { Agent, request as httpRequest } from 'node:http';

const PATIENCE_MS = 20_000;
const MOST = 200_000;

export class Sender {
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #address;

  constructor(address) {
    this.#address = new URL(address);
  }

  /** An answer that does not come, or breaks off, is told as such: `{ status: 0, text }`. */
  send({ method, address, headers, body, isMalformed }) {
    const { hostname, port } = this.#address;
    return new Promise((resolve) => {
      const lost = (error) => resolve({ status: 0, headers: {}, text: error.message, code: error.code });
      let sent;
      try {
        // A malformed one spoils its connection for others.
        const agent = isMalformed ? false : this.#agent;
        const path = address.replaceAll(/[^\x21-\x7e]/g, (character) => encodeURIComponent(character));
        // Of some methods Node would not say how long the body is, and what follows it on the wire would not be read.
        if (body !== undefined) headers['content-length'] ??= String(Buffer.byteLength(body));
        sent = httpRequest({ hostname, port, method, path, headers, agent, timeout: PATIENCE_MS });
      } catch (error) {
        return lost(error);
      }
      sent.once('response', (response) => read(response, resolve));
      sent.once('error', lost);
      sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.end(body);
    });
  }

  close() {
    this.#agent.destroy();
  }
}

/** A stream has no end: its head is enough. */
function read(response, resolve) {
  const { statusCode: status, headers } = response;
  if (headers['content-type']?.startsWith('text/event-stream')) {
    response.destroy();
    return resolve({ status, headers, text: '' });
  }
  const chunks = [];
  let size = 0;
  response.on('data', (chunk) => {
    size += chunk.length;
    if (size <= MOST) chunks.push(chunk);
  });
  const end = () => resolve({ status, headers, text: Buffer.concat(chunks).toString('utf8') });
  response.once('end', end);
  response.once('error', end);
}

/** As much of a text as anybody reads. */
const MOST_SHOWN = 600;

/** For a person to send it again. */
export function curlOf(base, { method, address, headers, body, sender }) {
  const quoted = (text) => `'${shortened(text).replaceAll("'", `'\\''`)}'`;
  const shown = Object.entries(headers)
    .filter(([name]) => name !== 'content-length')
    .map(([name, value]) =>
      name === 'authorization' ? '-H "authorization: Bearer $TOKEN" ' : `-H ${quoted(`${name}: ${value}`)} `,
    );
  const data = body === undefined ? '' : ` --data-binary ${quoted(body)}`;
  return `curl -X ${method} ${shown.join('')}${quoted(base + address)}${data}   # as ${sender.name}`;
}

function shortened(text) {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
