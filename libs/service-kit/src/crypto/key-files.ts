/** Keys stand in files that only their owner reads; whoever needs one first makes it, and all others find that one. */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file's content; made by `make` where missing. Two processes that make it at once end with the same content. */
export function keyFile(folder: string, name: string, make: () => string): string {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    writeFileSync(draft, make(), { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  refuseIfOthersRead(path);
  return readFileSync(path, 'utf8');
}

/** A key that a group or everybody can read is none. */
function refuseIfOthersRead(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o077) !== 0)
    throw new Error(
      `${path} can be read by others than its owner (mode ${(mode & 0o777).toString(8)}): chmod 600`,
    );
}

/** What somebody else put there, in one line. */
export function secretAt(path: string): string {
  refuseIfOthersRead(path);
  return readFileSync(path, 'utf8').trim();
}

/** 32 random bytes. */
export function secretFile(folder: string, name: string): Buffer {
  return Buffer.from(keyFile(folder, name, () => randomBytes(32).toString('hex')).trim(), 'hex');
}
