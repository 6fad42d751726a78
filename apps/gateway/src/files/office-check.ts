/** Office documents are zip archives: this one is whole, nothing else, holds no program and does not unpack to more than it may. */
import { isDeepStrictEqual } from 'node:util';
import { DomainError, refuseIf, refuseUnless } from '@xuncha/domain-kit';
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import type { ContentCheck } from './content-check.js';
import { directoryOf, END_BYTES, endOfArchive } from './zip-end.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const EXCEL = `${OFFICE}.spreadsheetml.sheet`;
export const WORD = `${OFFICE}.wordprocessingml.document`;

/** Beyond the size of the file itself: pictures are packed already, and text of a hundred thousand rows stays below. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
/** A report with a thousand pictures has some thousand; what unpacks takes the longer for each the more there were before it. */
const MOST_ENTRIES = 10_000;
/** Of so many, with names as long as any. */
const MOST_DIRECTORY_BYTES = 2 * 1024 * 1024;
/** What is pushed at once unpacks to a few megabytes at most, so that a bomb is noticed before it fills the memory. */
const STEP_BYTES = 4 * 1024;
const FIRST_ENTRY = Buffer.from('PK\x03\x04');
/** What Office saved before 2007 begins so, and what it locks by a password. */
const OLD_OR_LOCKED = Buffer.from('d0cf11e0', 'hex');
const CONTENT_TYPES = '[Content_Types].xml';
/** Visual Basic, and controls that run programs of the reader's machine. */
const PROGRAM = /vbaProject\.bin$|^(word|xl|ppt)\/activeX\//i;

export class OfficeCheck implements ContentCheck {
  private head = Buffer.alloc(0);
  /** What came last, which holds the directory; and what came since that was put together. */
  private last = Buffer.alloc(0);
  private fresh: Buffer[] = [];
  private freshBytes = 0;
  private bytes = 0;
  private unpacked = 0;
  private readonly names: string[] = [];
  private readonly zip = new Unzip((entry) => this.enter(entry));

  constructor(private readonly mediaType: string) {
    this.zip.register(UnzipInflate);
  }

  chunk(bytes: Buffer): void {
    this.bytes += bytes.length;
    if (this.head.length < FIRST_ENTRY.length)
      this.head = Buffer.concat([this.head, bytes.subarray(0, FIRST_ENTRY.length)]);
    this.keepLast(bytes);
    for (let start = 0; start < bytes.length; start += STEP_BYTES)
      this.unpack(bytes.subarray(start, start + STEP_BYTES));
  }

  end(): void {
    refuseIf(this.head.subarray(0, OLD_OR_LOCKED.length).equals(OLD_OR_LOCKED), 'file.old-or-locked');
    this.refuseUnlessOffice(this.head.subarray(0, FIRST_ENTRY.length).equals(FIRST_ENTRY));
    this.refuseUnlessOffice(this.names.includes(CONTENT_TYPES));
    this.refuseUnlessListed(this.putTogether());
  }

  /** Whoever opens it goes by the directory: it lists what was looked at on the way, and all of that. */
  private refuseUnlessListed(last: Buffer): void {
    const end = endOfArchive(last.subarray(-END_BYTES));
    this.refuseUnlessOffice(end?.entries === this.names.length);
    const { directoryAt, directoryBytes } = end!;
    this.refuseUnlessOffice(directoryAt + directoryBytes + END_BYTES === this.bytes);
    const listed = directoryOf(last.subarray(-END_BYTES - directoryBytes, -END_BYTES));
    const names = listed?.map(({ name }) => name).toSorted();
    this.refuseUnlessOffice(isDeepStrictEqual(names, this.names.toSorted()));
    this.refuseTooLarge(listed!.reduce((sum, { unpacked }) => sum + unpacked, 0));
  }

  /** Seldom, for all of it is copied each time. */
  private keepLast(bytes: Buffer): void {
    this.fresh.push(bytes);
    this.freshBytes += bytes.length;
    if (this.freshBytes >= MOST_DIRECTORY_BYTES) this.putTogether();
  }

  private putTogether(): Buffer {
    const most = MOST_DIRECTORY_BYTES + END_BYTES;
    this.last = Buffer.concat([this.last, ...this.fresh]).subarray(-most);
    this.fresh = [];
    this.freshBytes = 0;
    return this.last;
  }

  private enter(entry: UnzipFile): void {
    refuseIf(PROGRAM.test(entry.name), 'file.program-inside', { name: entry.name });
    this.refuseUnlessOffice(this.names.push(entry.name) <= MOST_ENTRIES);
    entry.ondata = (error, chunk) => {
      if (error) throw error;
      this.unpacked += chunk.length;
      this.refuseTooLarge(this.unpacked);
    };
    entry.start();
  }

  private refuseTooLarge(unpacked: number): void {
    const limit = MOST_UNPACKED_BYTES;
    refuseIf(unpacked > this.bytes + limit, 'file.unpacks-too-large', { limit });
  }

  private unpack(step: Buffer): void {
    try {
      this.zip.push(step);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.refuseUnlessOffice(false);
    }
  }

  private refuseUnlessOffice(isOffice: boolean): void {
    refuseUnless(isOffice, 'file.not-what-it-says', { mediaType: this.mediaType });
  }
}
