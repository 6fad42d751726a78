/** The contents list of a file: its order, its numbers, its pages, and what of it is missing. */
import { ArchiveForm, type FileRef, type Out, type readArchiveFile, type Retention } from '@xuncha/contracts';
import { canonicalHash, type BusinessDate, type Id } from '@xuncha/domain-kit';

/** One signed document, as the office describes it. */
export interface Filed {
  readonly title: string;
  readonly dated: BusinessDate;
  readonly author: string;
  readonly pages: number;
  readonly retention: Retention;
  readonly file: FileRef;
}
/** A place in the contents list: for what must be there, and for whatever was filed besides. */
export interface Line {
  readonly id: Id;
  readonly form: ArchiveForm;
  readonly organizationId: Id | null;
  readonly isExpected: boolean;
  readonly document: Filed | null;
  readonly absence: string | null;
}
export type NumberedLine = Out<typeof readArchiveFile>['lines'][number];

const forms = ArchiveForm.options;

/** By kind, then by organization as the assignment has them; what was filed later comes later. */
export function inOrder(lines: readonly Line[], organizationIds: readonly Id[]): Line[] {
  const place = ({ form, organizationId }: Line) =>
    forms.indexOf(form) * (organizationIds.length + 1) +
    (organizationId === null ? 0 : organizationIds.indexOf(organizationId) + 1);
  return lines.toSorted((one, other) => place(one) - place(other));
}

/** Numbers and pages run through the whole file; a line without a document has neither. */
export function numbered(lines: readonly Line[]): NumberedLine[] {
  let [number, page] = [0, 1];
  return lines.map((line) => {
    if (!line.document) return { ...line, number: null, firstPage: null };
    const firstPage = page;
    page += line.document.pages;
    return { ...line, number: ++number, firstPage };
  });
}

const isMissing = ({ document, absence }: Line) => document === null && absence === null;

const longest: readonly Retention[] = ['permanent', 'thirtyYears', 'tenYears'];

export function totalsOf(lines: readonly Line[]) {
  const filed = lines.flatMap(({ document }) => document ?? []);
  return {
    documents: filed.length,
    missing: lines.filter(isMissing).length,
    absences: lines.filter(({ absence }) => absence !== null).length,
    pages: filed.reduce((sum, { pages }) => sum + pages, 0),
    retention: longest.find((one) => filed.some(({ retention }) => retention === one)) ?? null,
  };
}

/** Of the list as it is numbered: what any document is, says, and where it stands. */
export function hashOf(lines: readonly Line[]): string {
  return canonicalHash(numbered(lines)).toString('hex');
}
