/** What people played by a script must remember, a line for each thing learnt; the last one counts. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@xuncha/contracts';

export interface Named {
  readonly site: string;
  readonly account: string;
}
interface Remembered extends Named {
  readonly password?: string;
  /** Of the second factor. */
  readonly secret?: string;
  readonly roles?: readonly Role[];
}

export class Wallet {
  private readonly path: string;
  private readonly known = new Map<string, Remembered>();

  constructor(dataFolder: string) {
    this.path = join(dataFolder, 'played-accounts.jsonl');
    const lines = existsSync(this.path) ? readFileSync(this.path, 'utf8').split('\n') : [];
    for (const line of lines.filter(Boolean)) this.note(JSON.parse(line) as Remembered);
  }

  of({ site, account }: Named): Remembered {
    return this.known.get(`${site}/${account}`) ?? { site, account };
  }

  all(): Remembered[] {
    return [...this.known.values()];
  }

  keep(learnt: Remembered): void {
    appendFileSync(this.path, `${JSON.stringify(learnt)}\n`, { mode: 0o600 });
    this.note(learnt);
  }

  private note(learnt: Remembered): void {
    this.known.set(`${learnt.site}/${learnt.account}`, { ...this.of(learnt), ...learnt });
  }
}
