/** What keeps a disk from taking a file or giving it out: said as a refusal, for whoever waits can do nothing about it but tell and try again. */
import { DomainError } from '@xuncha/domain-kit';
import { makeLog } from '../log.js';

/** The limit of a quota, of a file system and of the process are the same to whoever uploads. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** Broken, not to be written to, not what it should be, or more at once than there may be. */
const AWAY = new Set([
  'EIO',
  'EROFS',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
  'ENOTDIR',
  'EEXIST',
  'ELOOP',
  'ESTALE',
]);
const log = makeLog('content');

/** Refuses with `service.storage-full` or `service.storage-away` in place of what the disk says; anything else stays what it is. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '' } = error as { code?: string };
    const isFull = FULL.has(code);
    if (!isFull && !AWAY.has(code)) throw error;
    log.error({ err: error }, 'the disk takes no file, or gives none out');
    throw new DomainError(isFull ? 'service.storage-full' : 'service.storage-away');
  }
}
