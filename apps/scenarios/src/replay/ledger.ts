/** Which record of the system is which thing of the plan, and the version of it that was last heard of. */
import { NotYet } from './refusal.js';

export interface Made {
  readonly id: string;
  readonly version: number;
}

export class Ledger {
  private readonly made = new Map<string, Made>();

  /** The codes of the sites, by what the rehearsal calls them. */
  constructor(private readonly sites: ReadonlyMap<string, string>) {}

  site(key: string): string {
    return this.sites.get(key) ?? missing(key);
  }

  /** An older version than the one known says nothing new. */
  note(record: string, { id, version }: Made): Made {
    const known = this.made.get(record);
    const noted = known && known.version > version ? known : { id, version };
    this.made.set(record, noted);
    return noted;
  }

  find(record: string): Made | undefined {
    return this.made.get(record);
  }

  get(record: string): Made {
    return this.find(record) ?? missing(record);
  }
}

function missing(record: string): never {
  throw new NotYet(`${record} is not known yet`);
}
