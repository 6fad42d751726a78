/** What people played by a script must remember, a line for each thing learnt; the last one counts. Several scripts share the file. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@xuncha/contracts';

export interface Named {
  readonly site: string;
  readonly account: string;
}
/** Somebody is signed in, and may be renewed by whoever signed in. */
export interface Session {
  readonly token: string;
  readonly expiresAt: string;
  readonly renewal?: string | undefined;
}
interface Remembered extends Named {
  readonly password?: string;
  /** Of the second factor. */
  readonly secret?: string;
  /** Of whoever has a second factor, whose codes let in one script in half a minute only. */
  readonly session?: Session;
  readonly roles?: readonly Role[];
  /** The account was set up with this password; before that the answer may have been lost. */
  readonly isSetUp?: boolean;
}

export class Wallet {
  private readonly path: string;
  private readonly known = new Map<string, Remembered>();
  /** So many lines of the file are known. */
  private read = 0;

  constructor(dataFolder: string) {
    this.path = join(dataFolder, 'played-accounts.jsonl');
  }

  of({ site, account }: Named): Remembered {
    this.catchUp();
    return this.known.get(`${site}/${account}`) ?? { site, account };
  }

  all(): Remembered[] {
    this.catchUp();
    return [...this.known.values()];
  }

  keep(learnt: Remembered): void {
    appendFileSync(this.path, `${JSON.stringify(learnt)}\n`, { mode: 0o600 });
  }

  /** With what other scripts have learnt since. */
  private catchUp(): void {
    if (!existsSync(this.path)) return;
    const lines = readFileSync(this.path, 'utf8').split('\n').slice(0, -1);
    for (const line of lines.slice(this.read)) {
      const learnt = JSON.parse(line) as Remembered;
      const name = `${learnt.site}/${learnt.account}`;
      this.known.set(name, { ...this.known.get(name), ...learnt });
    }
    this.read = lines.length;
  }
}
