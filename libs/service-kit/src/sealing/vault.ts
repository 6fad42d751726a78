/**
 * Envelope encryption of sealed fields (rules.md, Regulation of data): a data key for each record, wrapped by its site's key, in a
 * table beside the rows, so that wrapping it anew changes no row (decisions/0010). A record without its key says nothing any more.
 */
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act } from '../access/act.js';
import type { Caller } from '../access/caller.js';
import { secretFile } from '../crypto/key-files.js';
import { FileKeyWrapper, type KeyWrapper } from '../crypto/key-wrapper.js';
import { suite } from '../crypto/suite.js';
import { NewKeys } from './new-keys.js';
import { RecordKey } from './record-key.js';
import { wrappedFor } from './wrapping.js';

interface KeyRow {
  readonly id: Buffer;
  readonly version: number;
  readonly wrapped: Buffer;
}

export class Vault {
  readonly wrapper: KeyWrapper;
  private readonly derived = new Map<string, Buffer>();

  constructor(private readonly keyFolder: string) {
    this.wrapper = new FileKeyWrapper(keyFolder);
  }

  /** For records that this act makes. */
  newKeys(act: Act, aggregate: string): NewKeys {
    return new NewKeys(act, this.wrapper, aggregate);
  }

  /** Of a record that is there; made where nothing of it was sealed before. */
  async keyFor(act: Act, aggregate: string, id: Id): Promise<RecordKey> {
    const found = (await this.keysOf(act, aggregate, [id])).get(id);
    if (found) return found;
    const keys = this.newKeys(act, aggregate);
    keys.to(id);
    await keys.saveUnlessThere();
    return (await this.keysOf(act, aggregate, [id])).get(id)!;
  }

  /** Of those records that have one. */
  async keysOf(
    { manager, site }: Caller,
    aggregate: string,
    ids: readonly Id[],
  ): Promise<Map<Id, RecordKey>> {
    if (ids.length === 0) return new Map();
    const rows = (await manager.query(
      'SELECT record_id AS id, version, wrapped FROM record_key WHERE site = ? AND record_id IN (?)',
      [site, ids.map(idToBytes)],
    )) as KeyRow[];
    const keys = rows.map(async ({ id: bytes, version, wrapped }) => {
      const id = idFromBytes(bytes);
      const dataKey = await this.wrapper.unwrap({ site, version }, wrapped, wrappedFor(id));
      return [id, new RecordKey(aggregate, id, dataKey)] as const;
    });
    return new Map(await Promise.all(keys));
  }

  /** From the commit on, what was sealed with it is noise in every copy of the rows. */
  async shred(act: Act, id: Id): Promise<void> {
    await act.write('DELETE FROM record_key WHERE site = ? AND record_id = ?', [act.site, idToBytes(id)]);
  }

  /** Key for pseudonyms and keyed hashes of a site; see domain-kit `pseudonym`. It outlives every version of the site's key. */
  pseudonymKey(site: string): Buffer {
    return this.lasting(site, 'pseudonym');
  }

  /** For finding a sealed value again without opening any. */
  searchHash(site: string, value: string): Buffer {
    return suite.mac(this.lasting(site, 'search'), value);
  }

  private lasting(site: string, use: string): Buffer {
    const name = `${site}/${use}`;
    let key = this.derived.get(name);
    if (!key) {
      const secret = secretFile(this.keyFolder, `site-${site}.key`);
      this.derived.set(name, (key = suite.derive(secret, Buffer.alloc(0), use)));
    }
    return key;
  }
}
