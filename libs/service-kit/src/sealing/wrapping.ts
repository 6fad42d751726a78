/** Which version of a site's key wraps what is new, in this service. */
import type { Id } from '@xuncha/domain-kit';
import type { EntityManager } from 'typeorm';
import type { KeyWrapper, SiteKey } from '../crypto/key-wrapper.js';

const CURRENT = 'SELECT version FROM site_key WHERE site = ? LOCK IN SHARE MODE';

/** Says whose key was wrapped: moved to another record it does not unwrap. */
export const wrappedFor = (id: Id) => `record.${id}`;

/**
 * It stays so until this transaction has ended: whoever moves the site to another version waits for it. Therefore all that was wrapped
 * by the old version can be seen as soon as the new one counts.
 */
export async function currentKey(
  transaction: EntityManager,
  site: string,
  wrapper: KeyWrapper,
): Promise<SiteKey> {
  const [found] = await read(transaction, site);
  if (found) return { site, version: found.version };
  await transaction.query('INSERT IGNORE INTO site_key VALUES (?, ?)', [site, await wrapper.newest(site)]);
  const [first] = await read(transaction, site);
  return { site, version: first!.version };
}

function read(transaction: EntityManager, site: string): Promise<{ version: number }[]> {
  return transaction.query(CURRENT, [site]) as Promise<{ version: number }[]>;
}
