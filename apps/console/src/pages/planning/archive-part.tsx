/** 归档, on the page of a round or an assignment: how far its files are, and the button that begins one. */
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { LedgerPart } from '../../kit/ledger-part.js';
import { archiveFiles } from './archive-files.js';

/** `assignmentId` is absent on the page of a round, which shows the files of all its assignments as well. */
interface Subject {
  readonly roundId: string;
  readonly assignmentId?: string;
}

const part = { ...archiveFiles, columns: archiveFiles.columns.slice(0, 4), empty: '还没有案卷' };
const MOST = 200;

export function ArchivePart({ of, isOpen }: { of: Subject; isOpen: boolean }) {
  const { may } = useRights();
  const mayList = may(callOf('listArchiveFiles').permission);
  const { data } = useAsk('listArchiveFiles', { ...of, limit: MOST }, { when: mayList });
  if (!mayList) return null;
  const isThere = data?.items.some(({ assignmentId }) => assignmentId === (of.assignmentId ?? null));
  const mayBegin = isOpen && isThere === false && may(callOf('openArchiveFile').permission);
  return (
    <LedgerPart ledger={part} input={{ ...of }} title="归档">
      {mayBegin && <CommandButton command="openArchiveFile" fixed={{ ...of }} />}
    </LedgerPart>
  );
}
