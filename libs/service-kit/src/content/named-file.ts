/** Which files something names: what somebody is shown of a record, and what a record is. */
import { FileRef } from '@xuncha/contracts';
import { refuse } from '@xuncha/domain-kit';

/** Refuses with `file.unknown`, whether there is such a file elsewhere or not. */
export function fileNamed(shown: unknown, sha256: string): FileRef {
  return filesIn(shown).find((file) => file.sha256 === sha256) ?? refuse('file.unknown', { sha256 });
}

/** Those that a state names and the one before it did not. */
export function filesAdded(state: unknown, past: unknown): FileRef[] {
  const before = filesIn(past);
  return filesIn(state).filter((file) => !before.some((one) => isSame(one, file)));
}

/** A file may be called otherwise; as another kind it is another. */
function isSame(one: FileRef, other: FileRef): boolean {
  return one.sha256 === other.sha256 && one.bytes === other.bytes && one.mediaType === other.mediaType;
}

function filesIn(value: unknown): FileRef[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  const file = 'sha256' in value ? FileRef.safeParse(value).data : undefined;
  return file ? [file] : Object.values(value).flatMap(filesIn);
}
