/** One export at a time for each account, and not too many at once: each keeps a service reading for as long as it lasts. */
import { refuseIf } from '@xuncha/domain-kit';

const MOST_AT_ONCE = 4;

export class Turns {
  private readonly accounts = new Set<string>();

  /** Ended by calling what comes back. */
  take(account: string): () => void {
    refuseIf(this.accounts.has(account), 'export.too-many');
    refuseIf(this.accounts.size >= MOST_AT_ONCE, 'export.busy');
    this.accounts.add(account);
    return () => void this.accounts.delete(account);
  }
}
