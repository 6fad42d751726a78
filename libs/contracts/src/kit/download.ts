/**
 * A file that a record names, for whoever may read the record: the owning service says so and puts the look on record, the gateway
 * streams it from the content store.
 */
import { z } from 'zod';
import { download, query, type DownloadContract, type QueryContract } from './builders.js';
import { FileRef, Id, Sha256 } from './types.js';

const NamedFile = z.object({ id: Id.describe('载有该文件的记录'), file: FileRef });

export function filesOf(read: QueryContract): DownloadContract {
  const { name, route, permission, classification, summary, input } = read;
  const [service, aggregate] = name.split('.');
  const said = `所附的文件：${summary}`;
  const named = query(`${service}.${aggregate}.file`, {
    permission,
    classification,
    summary: said,
    input: input.extend({ sha256: Sha256 }),
    output: NamedFile,
    answeredFrom: { read, as: 'file' },
  });
  return download(`${service}.${aggregate}.download`, {
    http: `GET ${route!.path}/files/{sha256}`,
    permission: permission!,
    summary: said,
    named,
  });
}
