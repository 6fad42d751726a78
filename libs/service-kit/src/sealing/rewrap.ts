/**
 * Wraps the keys of records anew where their site has moved on to another version of its key: in portions, by one replica at a time,
 * beside all other work. What is done is done: whoever comes after a fall goes on with what is left.
 */
import { idFromBytes } from '@xuncha/domain-kit';
import { BackgroundWork } from '../background.js';
import type { SiteKey } from '../crypto/key-wrapper.js';
import { Lease, LeaseLost } from '../relay/lease.js';
import type { Runtime } from '../runtime.js';
import { wrappedFor } from './wrapping.js';

interface KeyRow {
  readonly id: Buffer;
  readonly version: number;
  readonly wrapped: Buffer;
}
const PAUSE_MS = 2_000;
const PORTION = 200;
const LEFT = `SELECT s.site, s.version FROM site_key s
  WHERE EXISTS (SELECT 1 FROM record_key k WHERE k.site = s.site AND k.version < s.version)`;
const NEXT = `SELECT record_id AS id, version, wrapped FROM record_key
  WHERE site = ? AND record_id > ? AND version < ? ORDER BY record_id LIMIT ${PORTION}`;
/** A key that was shredded or wrapped by another meanwhile is let be. */
const REPLACE =
  'UPDATE record_key SET version = ?, wrapped = ? WHERE site = ? AND record_id = ? AND version = ?';

export class Rewrap {
  private readonly work: BackgroundWork;

  constructor(private readonly runtime: Runtime) {
    this.work = new BackgroundWork(runtime, {
      failing: 'keys of records not wrapped anew this time',
      pauseMs: PAUSE_MS,
      onCommit: false,
      turn: (ending) => this.wrapAll(ending),
    });
  }

  start(): void {
    this.work.start();
  }

  async stop(): Promise<void> {
    await this.work.stop();
  }

  private async wrapAll(ending: AbortSignal): Promise<void> {
    const sites = (await this.runtime.db.query(LEFT)) as SiteKey[];
    if (sites.length === 0) return;
    const lease = new Lease(this.runtime.db, 'rewrap');
    try {
      if (await lease.take()) for (const key of sites) await this.wrapSite(lease, key, ending);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    } finally {
      await lease.giveBack();
    }
  }

  /** One that fails holds up no other: it stays as it is, and with it the version that it needs. */
  private async wrapSite(lease: Lease, key: SiteKey, ending: AbortSignal): Promise<void> {
    for (let after: Buffer = Buffer.alloc(0); !ending.aborted;) {
      const rows: KeyRow[] = await lease.query<KeyRow>(NEXT, [key.site, after, key.version]);
      if (rows.length === 0) return;
      const wrapped = await Promise.all(rows.map((row) => this.wrappedAnew(key, row).catch(() => null)));
      const done = wrapped.filter((values) => values !== null);
      await lease.hold(async (manager) => {
        if (done.length > 0) await manager.query(done.map(() => REPLACE).join('; '), done.flat());
      });
      const failed = rows.length - done.length;
      if (failed > 0)
        this.runtime.log.warn({ ...key, failed }, 'keys of records do not unwrap; tried again later');
      after = rows.at(-1)!.id;
    }
  }

  private async wrappedAnew(key: SiteKey, { id, version, wrapped }: KeyRow): Promise<unknown[]> {
    const { wrapper } = this.runtime.vault;
    const { site } = key;
    const context = wrappedFor(idFromBytes(id));
    const dataKey = await wrapper.unwrap({ site, version }, wrapped, context);
    return [key.version, await wrapper.wrap(key, dataKey, context), site, id, version];
  }
}
