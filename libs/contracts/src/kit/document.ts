/**
 * An official document of a record, as a Word file, for whoever may read the record: written of what that query shows the reader and
 * of names that the reader may know, so that nothing is in it that its reader could not have read (libs/documents, decisions/0001).
 */
import { z } from 'zod';
import { query, type QueryContract } from './builders.js';
import { Id } from './types.js';

export const DocumentFile = z.object({
  id: Id.describe('所据以成文的记录'),
  shown: z.array(Id).optional().describe('文中另外写到的记录，查看同样留痕'),
  name: z.string().describe('文件名'),
  mediaType: z.string(),
  base64: z.base64().describe('文件内容'),
});
export type DocumentFile = z.infer<typeof DocumentFile>;

/** `as` is the last part of its name, and of its address as addresses are written. */
export function documentOf<I extends z.ZodObject>(
  read: QueryContract<I>,
  { as, summary }: { readonly as: string; readonly summary: string },
): QueryContract<I, typeof DocumentFile> {
  const { name, route, permission, classification, input } = read;
  const [service, aggregate] = name.split('.');
  return query(`${service}.${aggregate}.${as}`, {
    http: `GET ${route!.path}/${as.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    permission,
    classification,
    summary: `公文（Word）：${summary}`,
    input,
    output: DocumentFile,
  });
}
