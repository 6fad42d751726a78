/**
 * Keeps the keys of sites, which wrap the keys of records. None of them leaves it: it is told what to wrap and unwrap, so that a
 * key management service can stand here as well as a folder (decisions/0010).
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { secretFile } from './key-files.js';
import { suite, suiteOf } from './suite.js';

/** A site's key has versions, from 1. */
export interface SiteKey {
  readonly site: string;
  readonly version: number;
}

export abstract class KeyWrapper {
  /** Those that are here, oldest first. */
  abstract versions(site: string): Promise<number[]>;
  /** The last of them; the first is made where there is none. */
  abstract newest(site: string): Promise<number>;
  /** One more; answers its version. */
  abstract make(site: string): Promise<number>;
  abstract destroy(key: SiteKey): Promise<void>;
  /** What was wrapped names its suite; `context` says whose key it is. */
  abstract wrap(key: SiteKey, dataKey: Buffer, context: string): Promise<Buffer>;
  /** Throws where the site's key is not here, or did not wrap this. */
  abstract unwrap(key: SiteKey, wrapped: Buffer, context: string): Promise<Buffer>;
}

/** One file for each version of a site's key, in a folder that the database server never sees. */
export class FileKeyWrapper extends KeyWrapper {
  private readonly read = new Map<string, Buffer>();

  constructor(private readonly folder: string) {
    super();
  }

  async versions(site: string): Promise<number[]> {
    if (!existsSync(this.folder)) return [];
    const versions = readdirSync(this.folder).map((name) => versionIn(name, site));
    return versions.filter((version) => version !== undefined).toSorted((a, b) => a - b);
  }

  async newest(site: string): Promise<number> {
    const newest = (await this.versions(site)).at(-1);
    if (newest === undefined) secretFile(this.folder, fileOf({ site, version: 1 }));
    return newest ?? 1;
  }

  async make(site: string): Promise<number> {
    const version = ((await this.versions(site)).at(-1) ?? 0) + 1;
    secretFile(this.folder, fileOf({ site, version }));
    return version;
  }

  async destroy(key: SiteKey): Promise<void> {
    this.read.delete(fileOf(key));
    rmSync(join(this.folder, fileOf(key)), { force: true });
  }

  async wrap(key: SiteKey, dataKey: Buffer, context: string): Promise<Buffer> {
    return suite.seal(this.wrapping(key), dataKey, bound(key, context));
  }

  async unwrap(key: SiteKey, wrapped: Buffer, context: string): Promise<Buffer> {
    return suiteOf(wrapped[0]).open(this.wrapping(key), wrapped, bound(key, context));
  }

  private wrapping(key: SiteKey): Buffer {
    const name = fileOf(key);
    let secret = this.read.get(name);
    if (!secret) {
      const path = join(this.folder, name);
      if (!existsSync(path))
        throw new Error(`version ${key.version} of the key of site ${key.site} is not here`);
      secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
      this.read.set(name, secret);
    }
    return secret;
  }
}

const fileOf = ({ site, version }: SiteKey) => `seal-${site}-${version}.key`;

function versionIn(file: string, site: string): number | undefined {
  const [start, end] = [`seal-${site}-`, '.key'];
  const middle = file.startsWith(start) && file.endsWith(end) ? file.slice(start.length, -end.length) : '';
  return /^[1-9]\d*$/.test(middle) ? Number(middle) : undefined;
}

const bound = ({ site, version }: SiteKey, context: string) => `${site}/${version}/${context}`;
