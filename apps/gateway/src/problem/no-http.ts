/** Whatever reaches the port and is no HTTP never comes to a route; it is answered all the same as a problem, and hung up on. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { DomainError, newId } from '@xuncha/domain-kit';
import { problemFor } from './answer.js';

/** For a message too long in its head, and for one that did not come to its end. */
const STATUS: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

export function answerNoHttp({ code = '' }: { code?: string }, socket: Answering): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  // Not into the middle of the answer to what came before on the same connection.
  if (socket.writable && !socket._httpMessage?.headersSent) socket.write(answer(STATUS[code] ?? 400));
  socket.destroySoon();
}

/** Node keeps there what it is answering at the moment. */
type Answering = Socket & { readonly _httpMessage?: { readonly headersSent: boolean } | null };

function answer(status: number): string {
  const refusal = new DomainError('request.malformed');
  const { headers, body } = problemFor(refusal, { method: '', path: '', correlation: newId() });
  const text = JSON.stringify({ ...body, status });
  const lines = Object.entries({
    ...headers,
    'content-length': Buffer.byteLength(text),
    connection: 'close',
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${text}`;
}
