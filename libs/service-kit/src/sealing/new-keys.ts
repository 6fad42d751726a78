/** Keys of records that are being made. */
import { idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act } from '../access/act.js';
import type { KeyWrapper } from '../crypto/key-wrapper.js';
import { suite } from '../crypto/suite.js';
import { RecordKey } from './record-key.js';
import { currentKey, wrappedFor } from './wrapping.js';

const ROWS_PER_STATEMENT = 500;

export class NewKeys {
  private readonly dataKeys = new Map<Id, Buffer>();

  constructor(
    private readonly act: Act,
    private readonly wrapper: KeyWrapper,
    private readonly aggregate: string,
  ) {}

  /** To be saved before the act ends. */
  to(id: Id): RecordKey {
    const dataKey = this.dataKeys.get(id) ?? suite.makeKey();
    this.dataKeys.set(id, dataKey);
    return new RecordKey(this.aggregate, id, dataKey);
  }

  async save(): Promise<void> {
    const rows = await this.wrapped();
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      const slice = rows.slice(start, start + ROWS_PER_STATEMENT);
      await this.act.write(
        `INSERT INTO record_key VALUES ${slice.map(() => '(?, ?, ?, ?)').join()}`,
        slice.flat(),
      );
    }
  }

  /** Where two make the key of one record at once, the first one's stays. */
  async saveUnlessThere(): Promise<void> {
    for (const row of await this.wrapped())
      await this.act.manager.query('INSERT IGNORE INTO record_key VALUES (?, ?, ?, ?)', row);
  }

  private async wrapped(): Promise<unknown[][]> {
    if (this.dataKeys.size === 0) return [];
    const { manager, site } = this.act;
    const key = await currentKey(manager, site, this.wrapper);
    const rows = [...this.dataKeys].map(async ([id, dataKey]) => {
      const wrapped = await this.wrapper.wrap(key, dataKey, wrappedFor(id));
      return [site, idToBytes(id), key.version, wrapped];
    });
    return Promise.all(rows);
  }
}
