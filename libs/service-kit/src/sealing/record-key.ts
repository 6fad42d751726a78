/** The key of one record: seals its fields and opens them, each in its own place. */
import type { Id } from '@xuncha/domain-kit';
import { suite, suiteOf } from '../crypto/suite.js';

export class RecordKey {
  constructor(
    /** `service.aggregate` */
    private readonly aggregate: string,
    private readonly id: Id,
    private readonly dataKey: Buffer,
  ) {}

  seal(field: string, plain: string): Buffer {
    return suite.seal(this.dataKey, Buffer.from(plain, 'utf8'), this.place(field));
  }

  /** Throws where the ciphertext was changed, or is that of another record or field. */
  open(field: string, sealed: Uint8Array): string {
    const bytes = Buffer.from(sealed);
    return suiteOf(bytes[0]).open(this.dataKey, bytes, this.place(field)).toString('utf8');
  }

  private place(field: string): string {
    return `${this.aggregate}.${this.id}.${field}`;
  }
}
