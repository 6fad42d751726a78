/** Whether what somebody is shown of a record names a file, and how. */
import { FileRef } from '@xuncha/contracts';
import { refuse } from '@xuncha/domain-kit';

/** Refuses with `file.unknown`, whether there is such a file elsewhere or not. */
export function fileNamed(shown: unknown, sha256: string): FileRef {
  return filesIn(shown).find((file) => file.sha256 === sha256) ?? refuse('file.unknown', { sha256 });
}

function filesIn(value: unknown): FileRef[] {
  if (typeof value !== 'object' || value === null) return [];
  const file = FileRef.safeParse(value);
  return file.success ? [file.data] : Object.values(value).flatMap(filesIn);
}
