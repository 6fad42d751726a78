/**
 * Set-up codes of the people a new installation begins with, until each is used: a file for each that only the owner of the
 * installation reads, so that several replicas never write the same.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Runtime } from '@xuncha/service-kit';

interface Named {
  readonly site: string;
  readonly account: string;
}
export interface SetUpLink extends Named {
  readonly name: string;
  readonly roles: readonly string[];
  readonly code: string;
  readonly until: string;
}

@Injectable()
export class SetUpLinks {
  private readonly folder: string;

  constructor(runtime: Runtime) {
    this.folder = join(runtime.config.dataFolder, 'set-up');
  }

  write(link: SetUpLink): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = this.path(link);
    writeFileSync(`${path}.new`, `${JSON.stringify(link)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  /** Whoever used theirs needs it no more; of most accounts there never was one. */
  remove(who: Named): void {
    rmSync(this.path(who), { force: true });
  }

  all(): SetUpLink[] {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const files = readdirSync(this.folder).filter((name) => name.endsWith('.json'));
    return files.map((name) => JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as SetUpLink);
  }

  private path({ site, account }: Named): string {
    return join(this.folder, `${site}.${encodeURIComponent(account)}.json`);
  }
}
