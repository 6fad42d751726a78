/** An archive file: everything signed of one assignment, or of a round as such, catalogued until it is handed over (ALL-7). */
import {
  absenceNoted,
  archiveFileClosed,
  archiveFileHandedOver,
  archiveFileOpened,
  archiveFileReopened,
  decide,
  documentFiled,
  documentRemoved,
  type ArchiveForm,
  type Decision,
} from '@xuncha/contracts';
import {
  defineFlow,
  refuse,
  refuseIf,
  refuseUnless,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import type { Assignment } from '../assignment/assignment.js';
import type { Round } from '../round/round.js';
import { hashOf, inOrder, totalsOf, type Filed, type Line } from './contents.js';
import { ofInspection, ofRound, ofTeam, retentionOf } from './expected.js';

export const flow = defineFlow({
  aggregate: 'planning.archive-file',
  initial: 'open',
  states: {
    open: { file: 'open', remove: 'open', noteAbsence: 'open', close: 'closed' },
    closed: { reopen: 'open', handOver: 'handedOver' },
    handedOver: {},
  },
});

export interface ArchiveFile {
  readonly id: Id;
  readonly number: string;
  readonly title: string;
  readonly roundId: Id;
  readonly assignmentId: Id | null;
  readonly teamId: Id | null;
  /** The assignment, or else the round: each has one file. */
  readonly subjectId: Id;
  readonly organizationIds: Id[];
  readonly lines: Line[];
  readonly state: StateOf<typeof flow>;
  readonly openedOn: BusinessDate;
  readonly closedOn: BusinessDate | null;
  readonly contentsHash: string | null;
  readonly handedOverOn: BusinessDate | null;
  readonly receiver: string | null;
  readonly receiptNumber: string | null;
}

/** What a file is of: an assignment with its round, or the round alone. */
export interface Subject {
  readonly round: Pick<Round, 'id' | 'name' | 'kind' | 'state'>;
  readonly assignment: Pick<
    Assignment,
    'id' | 'roundId' | 'teamId' | 'designation' | 'organizations' | 'state'
  > | null;
}

const unapproved: readonly Round['state'][] = ['draft', 'submitted', 'returned', 'cancelled'];
const unissued: readonly Assignment['state'][] = ['planned', 'cancelled'];
/** A file of more would be no file that somebody can carry; its package stays below what a zip can hold. */
const MOST_LINES = 2_000;
const MOST_BYTES = 3 * 1024 ** 3;

export interface Opening {
  readonly number: string;
  readonly on: BusinessDate;
  readonly newLineId: () => Id;
}
export function open(
  id: Id,
  { round, assignment }: Subject,
  { number, on, newLineId }: Opening,
): Decision<ArchiveFile> {
  refuseIf(assignment !== null && assignment.roundId !== round.id, 'archive-file.of-other-round');
  refuseIf(unapproved.includes(round.state), 'archive-file.nothing-yet');
  refuseIf(assignment !== null && unissued.includes(assignment.state), 'archive-file.nothing-yet');
  const organizationIds = assignment?.organizations.map(({ organizationId }) => organizationId) ?? [];
  const line = (form: ArchiveForm, organizationId: Id | null = null): Line => {
    return { id: newLineId(), form, organizationId, isExpected: true, document: null, absence: null };
  };
  const lines = assignment
    ? [
        ...ofTeam.map((form) => line(form)),
        ...organizationIds.flatMap((one) => ofInspection(round).map((form) => line(form, one))),
      ]
    : ofRound.map((form) => line(form));
  const state: ArchiveFile = {
    id,
    number,
    title: [round.name, assignment?.designation ?? '综合'].join(' '),
    roundId: round.id,
    assignmentId: assignment?.id ?? null,
    teamId: assignment?.teamId ?? null,
    subjectId: assignment?.id ?? round.id,
    organizationIds,
    lines: inOrder(lines, organizationIds),
    state: flow.initial,
    openedOn: on,
    closedOn: null,
    contentsHash: null,
    handedOverOn: null,
    receiver: null,
    receiptNumber: null,
  };
  return decide(state, archiveFileOpened({ ...which(state), lines: lines.length }));
}

export type Document = Omit<Filed, 'retention'> & Partial<Pick<Filed, 'retention'>>;

/** Takes the place of whatever stood there, and of the word that it is absent. */
export function file(archiveFile: ArchiveFile, lineId: Id, document: Document): Decision<ArchiveFile> {
  const line = lineOf(archiveFile, lineId);
  return filed(archiveFile, { ...line, absence: null }, document);
}

/** A further document, after those of its kind. */
export interface Further extends Pick<Line, 'id' | 'form' | 'organizationId'> {
  readonly document: Document;
}
export function add(archiveFile: ArchiveFile, { document, ...place }: Further): Decision<ArchiveFile> {
  const { organizationId } = place;
  const isOfIt = organizationId === null || archiveFile.organizationIds.includes(organizationId);
  refuseUnless(isOfIt, 'archive-file.organization-not-of-it', { organizationId });
  refuseIf(archiveFile.lines.length >= MOST_LINES, 'archive-file.full', { most: MOST_LINES });
  return filed(archiveFile, { ...place, isExpected: false, absence: null, document: null }, document);
}

/** What must be there is missing again; the line of anything else goes with it. */
export function remove(archiveFile: ArchiveFile, lineId: Id): Decision<ArchiveFile> {
  const state = step(flow, archiveFile.state, 'remove');
  const line = lineOf(archiveFile, lineId);
  refuseIf(line.document === null, 'archive-file.nothing-filed');
  const lines = line.isExpected
    ? replaced(archiveFile.lines, { ...line, document: null })
    : archiveFile.lines.filter(({ id }) => id !== lineId);
  const fact = documentRemoved({ ...which(archiveFile), lineId, form: line.form });
  return decide({ ...archiveFile, state, lines }, fact);
}

export function noteAbsence(archiveFile: ArchiveFile, lineId: Id, reason: string): Decision<ArchiveFile> {
  const state = step(flow, archiveFile.state, 'noteAbsence');
  const line = lineOf(archiveFile, lineId);
  refuseIf(line.document !== null, 'archive-file.is-filed', { title: line.document?.title });
  const lines = replaced(archiveFile.lines, { ...line, absence: reason });
  return decide(
    { ...archiveFile, state, lines },
    absenceNoted({ ...which(archiveFile), lineId, form: line.form }),
  );
}

/** Numbers, pages and hashes are fixed; nothing that must be there is missing without a reason, and no more can come. */
export function close(archiveFile: ArchiveFile, subject: Subject, on: BusinessDate): Decision<ArchiveFile> {
  const state = step(flow, archiveFile.state, 'close');
  const { documents, missing, absences, pages } = totalsOf(archiveFile.lines);
  refuseUnless(isOver(subject), 'archive-file.work-not-over');
  refuseIf(missing > 0, 'archive-file.incomplete', { count: missing });
  refuseIf(documents === 0, 'archive-file.empty');
  const contentsHash = hashOf(archiveFile.lines);
  const fact = archiveFileClosed({ ...which(archiveFile), documents, pages, absences, contentsHash });
  return decide({ ...archiveFile, state, closedOn: on, contentsHash }, fact);
}

export function reopen(archiveFile: ArchiveFile): Decision<ArchiveFile> {
  const state = step(flow, archiveFile.state, 'reopen');
  const after = { ...archiveFile, state, closedOn: null, contentsHash: null };
  return decide(after, archiveFileReopened(which(archiveFile)));
}

export interface HandOver extends Readonly<Record<'receiver' | 'receiptNumber', string>> {
  readonly on: BusinessDate;
}
export function handOver(
  archiveFile: ArchiveFile,
  { receiver, receiptNumber, on }: HandOver,
): Decision<ArchiveFile> {
  const state = step(flow, archiveFile.state, 'handOver');
  const closedOn = archiveFile.closedOn!;
  refuseIf(on < closedOn, 'archive-file.handed-over-before-closed', { since: closedOn });
  const after = { ...archiveFile, state, receiver, receiptNumber, handedOverOn: on };
  return decide(after, archiveFileHandedOver({ ...which(archiveFile), on }));
}

function filed(archiveFile: ArchiveFile, line: Line, document: Document): Decision<ArchiveFile> {
  const state = step(flow, archiveFile.state, 'file');
  const { form, id: lineId } = line;
  const retention = document.retention ?? retentionOf[form];
  const { sha256 } = document.file;
  const twin = archiveFile.lines.find((one) => one.id !== lineId && one.document?.file.sha256 === sha256);
  refuseIf(twin !== undefined, 'archive-file.filed-twice', { title: twin?.document?.title });
  const before = archiveFile.lines.filter(({ id }) => id !== lineId);
  const bytes = before.reduce((sum, one) => sum + (one.document?.file.bytes ?? 0), document.file.bytes);
  refuseIf(bytes > MOST_BYTES, 'archive-file.full', { most: MOST_LINES });
  const next = { ...line, document: { ...document, retention } };
  const isThere = archiveFile.lines.some(({ id }) => id === lineId);
  const lines = isThere ? replaced(archiveFile.lines, next) : [...archiveFile.lines, next];
  const { pages } = document;
  return decide(
    { ...archiveFile, state, lines: inOrder(lines, archiveFile.organizationIds) },
    documentFiled({ ...which(archiveFile), lineId, form, retention, pages, sha256 }),
  );
}

function isOver({ round, assignment }: Subject): boolean {
  if (assignment) return assignment.state === 'done' || assignment.state === 'cancelled';
  return round.state === 'closed' || round.state === 'cancelled';
}

function lineOf({ lines }: ArchiveFile, id: Id): Line {
  return lines.find((one) => one.id === id) ?? refuse('archive-file.line-unknown');
}

function replaced(lines: readonly Line[], next: Line): Line[] {
  return lines.map((one) => (one.id === next.id ? next : one));
}

function which({ id, roundId, assignmentId }: ArchiveFile) {
  return { archiveFileId: id, roundId, assignmentId };
}
