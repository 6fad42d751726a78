/** Has clamd look at files as they come by (its INSTREAM), where an installation names one by `XC_CLAMD_URL`. */
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { DomainError, refuse } from '@xuncha/domain-kit';
import type { Logger } from 'pino';

const PATIENCE_MS = 60_000;
const COMMAND = 'zINSTREAM\0';
const LENGTH_BYTES = 4;
const END = Buffer.alloc(LENGTH_BYTES);
const INFECTED = /^stream: (.+) FOUND$/;
const CLEAN = 'stream: OK';

export class VirusScanner {
  constructor(
    private readonly at: NetConnectOpts,
    private readonly log: Logger,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /**
   * The stream as it is. Before its end comes, refuses with `file.infected`, and with `file.unchecked` where clamd is away, silent or
   * says that it could not look: what nobody looked at is not taken.
   */
  async *watched(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const socket = connect(this.at).setTimeout(this.patienceMs);
    const verdict = verdictOf(socket).catch((error: unknown) => this.giveUp(error));
    // Whoever stops on the way does not hear it.
    verdict.catch(() => undefined);
    try {
      await this.sent(socket, COMMAND);
      for await (const chunk of stream) {
        await this.sent(socket, framed(chunk));
        yield chunk;
      }
      await this.sent(socket, END);
      this.judge(await verdict);
    } finally {
      socket.destroy();
    }
  }

  private judge(verdict: string): void {
    const name = INFECTED.exec(verdict)?.[1];
    if (name !== undefined) refuse('file.infected', { name });
    if (verdict !== CLEAN) this.giveUp(new Error(`clamd says: ${verdict}`));
  }

  /** As fast as clamd takes it. */
  private sent(socket: Socket, bytes: Buffer | string): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      socket.write(bytes, (error) => (error ? reject(error) : resolve()));
    }).catch((error: unknown) => this.giveUp(error));
  }

  private giveUp(error: unknown): never {
    if (error instanceof DomainError) throw error;
    this.log.warn({ err: error }, 'clamd looks at no file');
    throw new DomainError('file.unchecked');
  }
}

/** What clamd answers, up to its NUL. */
function verdictOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end));
    });
    socket.on('error', reject);
    socket.on('timeout', () => socket.destroy(new Error('clamd does not answer')));
    socket.on('close', () => reject(new Error('clamd hung up')));
  });
}

function framed(chunk: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(chunk.length);
  return Buffer.concat([length, chunk]);
}
