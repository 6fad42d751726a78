/**
 * Secrets that are exchanged for the next token, each once. The next secret follows from the one before by a key of the installation:
 * an exchange that is repeated because its answer was lost comes to the same, and a secret that was used up long ago is known as such.
 */
import { createHmac, hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { idFromBytes, idToBytes, refuse, type Id } from '@xuncha/domain-kit';
import { Runtime, secretFile, transact } from '@xuncha/service-kit';
import type { EntityManager } from 'typeorm';
import { IDLE_MS, LONGEST_MS } from './session.js';

const SECRET_BYTES = 32;
/** An answer that was lost is asked for again within this time. */
const RETRY_MS = 20_000;
/** So far back a used-up secret is recognized. */
const GENERATIONS = 1_000;
const FORM = /^([0-9a-f-]{36})\.([\w-]{43})$/;

export interface Exchange {
  readonly sessionId: Id;
  readonly outcome: 'exchanged' | 'idle' | 'reused';
  /** The next secret. */
  readonly renewal: string;
}

@Injectable()
export class Renewals {
  private readonly key: Buffer;

  constructor(private readonly runtime: Runtime) {
    this.key = secretFile(runtime.config.keyFolder, 'renewal.key');
  }

  async begin(manager: EntityManager, sessionId: Id, now: Date): Promise<string> {
    const secret = randomBytes(SECRET_BYTES);
    await manager.query(
      'INSERT INTO session_renewal (session_id, secret_hash, renewed_at) VALUES (?, ?, ?)',
      [idToBytes(sessionId), hashOf(secret), now],
    );
    const over = new Date(now.getTime() - LONGEST_MS);
    await manager.query('DELETE FROM session_renewal WHERE renewed_at < ? LIMIT 100', [over]);
    return textOf(sessionId, secret);
  }

  /** Refuses with `session.invalid` what was never given out, or whose session is over. */
  async exchange(text: string, now: Date): Promise<Exchange> {
    const [, sessionId = '', secretText = ''] = FORM.exec(text) ?? refuse('session.invalid');
    const shown = Buffer.from(secretText, 'base64url');
    return transact(this.runtime.db, async (manager) => {
      const rows = (await manager.query(
        'SELECT secret_hash, renewed_at FROM session_renewal WHERE session_id = ? FOR UPDATE',
        [idToBytes(sessionId)],
      )) as { secret_hash: Buffer; renewed_at: Date }[];
      const { secret_hash: current, renewed_at: renewedAt } = rows[0] ?? refuse('session.invalid');
      const age = this.generationsTo(current, shown);
      const next = this.after(shown);
      const idle = now.getTime() - renewedAt.getTime();
      const answer = { sessionId, renewal: textOf(sessionId, next) };
      if (idle >= IDLE_MS) return { ...answer, outcome: 'idle' };
      if (age > 1 || (age === 1 && idle > RETRY_MS)) return { ...answer, outcome: 'reused' };
      if (age === 0)
        await manager.query(
          'UPDATE session_renewal SET secret_hash = ?, renewed_at = ? WHERE session_id = ?',
          [hashOf(next), now, idToBytes(sessionId)],
        );
      return { ...answer, outcome: 'exchanged' };
    });
  }

  async end(manager: EntityManager, sessionId: Id): Promise<void> {
    await manager.query('DELETE FROM session_renewal WHERE session_id = ?', [idToBytes(sessionId)]);
  }

  async lastOf(manager: EntityManager, sessionIds: readonly Id[]): Promise<Map<Id, Date>> {
    if (sessionIds.length === 0) return new Map();
    const rows = (await manager.query(
      `SELECT session_id, renewed_at FROM session_renewal WHERE session_id IN (${sessionIds.map(() => '?').join(', ')})`,
      sessionIds.map(idToBytes),
    )) as { session_id: Buffer; renewed_at: Date }[];
    return new Map(rows.map((row) => [idFromBytes(row.session_id), row.renewed_at]));
  }

  /** How often the secret was exchanged since; refuses where it never was the session's. */
  private generationsTo(current: Buffer, shown: Buffer): number {
    let secret = shown;
    for (let age = 0; age <= GENERATIONS; age++) {
      if (hashOf(secret).equals(current)) return age;
      secret = this.after(secret);
    }
    return refuse('session.invalid');
  }

  private after(secret: Buffer): Buffer {
    return createHmac('sha256', this.key).update(secret).digest();
  }
}

function hashOf(secret: Buffer): Buffer {
  return hash('sha256', secret, 'buffer');
}

function textOf(sessionId: Id, secret: Buffer): string {
  return `${sessionId}.${secret.toString('base64url')}`;
}
