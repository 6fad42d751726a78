/**
 * Signed statements of how far the chain of a site had come. Whoever holds one outside the system can prove later that what it covers was
 * cut off or written anew, even by somebody who has database and keys; see decisions/0011.
 */
import type { KeyObject } from 'node:crypto';
import { BackgroundWork } from '../background.js';
import type { Runtime } from '../runtime.js';
import { isSigned, signature, signingKey } from './signature.js';

export interface Checkpoint {
  readonly service: string;
  readonly site: string;
  readonly number: number;
  readonly hash: Buffer;
  /** ISO instant with milliseconds. */
  readonly at: string;
}

const EVERY_MS = 60_000;
const HEADS = `SELECT s.site, s.number, s.hash FROM seal s
  JOIN (SELECT site, MAX(number) AS number FROM seal GROUP BY site) last USING (site, number)
  LEFT JOIN checkpoint c ON c.site = s.site AND c.number = s.number WHERE c.site IS NULL`;

/** What is signed. The first word keeps it from being taken for anything else. */
const textOf = ({ service, site, number, hash, at }: Checkpoint) =>
  JSON.stringify(['xuncha.checkpoint/1', service, site, number, hash.toString('hex'), at]);

export const signCheckpoint = (key: KeyObject, checkpoint: Checkpoint) => signature(key, textOf(checkpoint));
export const isCheckpointOf = (key: KeyObject, checkpoint: Checkpoint, signed: Buffer) =>
  isSigned(key, textOf(checkpoint), signed);

/** Any replica signs; the first one counts. */
export class Checkpoints {
  private readonly work: BackgroundWork;

  constructor(private readonly runtime: Runtime) {
    this.work = new BackgroundWork(runtime, {
      failing: 'no checkpoint was signed',
      pauseMs: EVERY_MS,
      onCommit: false,
      turn: () => signHeads(this.runtime),
    });
  }

  start(): void {
    this.work.start();
  }

  /** Once more at the end, over what the relay sealed last. */
  async stop(): Promise<void> {
    await this.work.stop();
    await signHeads(this.runtime).catch((error: unknown) =>
      this.runtime.log.warn({ err: error }, 'no checkpoint was signed at the end'),
    );
  }
}

interface Head {
  readonly site: string;
  readonly number: number;
  readonly hash: Buffer;
}

/** Signs the head of every site that has grown since its last checkpoint. */
async function signHeads(runtime: Runtime): Promise<void> {
  for (const head of (await runtime.db.query(HEADS)) as Head[]) await signHead(runtime, head);
}

/** Once for each number; a second time changes nothing. */
export async function signHead(
  { db, service, config }: Runtime,
  { site, number, hash }: Head,
): Promise<void> {
  const at = new Date();
  const { privateKey } = signingKey(config.keyFolder, service);
  const signed = signCheckpoint(privateKey, { service, site, number, hash, at: at.toISOString() });
  await db.query(
    'INSERT IGNORE INTO checkpoint (site, number, hash, made_at, signature) VALUES (?, ?, ?, ?, ?)',
    [site, number, hash, at, signed],
  );
}
