/** Office documents are zip archives: this one is whole, nothing else, holds no program and does not unpack to more than it may. */
import { DomainError, refuseIf, refuseUnless } from '@xuncha/domain-kit';
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import type { ContentCheck } from './content-check.js';
import { END_BYTES, endOfArchive } from './zip-end.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const EXCEL = `${OFFICE}.spreadsheetml.sheet`;
export const WORD = `${OFFICE}.wordprocessingml.document`;

/** Beyond the size of the file itself: pictures are packed already, and text of a hundred thousand rows stays below. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
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
  private tail = Buffer.alloc(0);
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
    this.tail = Buffer.concat([this.tail, bytes.subarray(-END_BYTES)]).subarray(-END_BYTES);
    for (let start = 0; start < bytes.length; start += STEP_BYTES)
      this.unpack(bytes.subarray(start, start + STEP_BYTES));
  }

  end(): void {
    refuseIf(this.head.subarray(0, OLD_OR_LOCKED.length).equals(OLD_OR_LOCKED), 'file.old-or-locked');
    this.refuseUnlessOffice(this.head.subarray(0, FIRST_ENTRY.length).equals(FIRST_ENTRY));
    this.refuseUnlessOffice(this.names.includes(CONTENT_TYPES));
    const end = endOfArchive(this.tail);
    this.refuseUnlessOffice(end?.entries === this.names.length);
    this.refuseUnlessOffice(end!.directoryAt + end!.directoryBytes + END_BYTES === this.bytes);
  }

  private enter(entry: UnzipFile): void {
    refuseIf(PROGRAM.test(entry.name), 'file.program-inside', { name: entry.name });
    this.names.push(entry.name);
    entry.ondata = (error, chunk) => {
      if (error) throw error;
      this.unpacked += chunk.length;
      const limit = MOST_UNPACKED_BYTES;
      refuseIf(this.unpacked > this.bytes + limit, 'file.unpacks-too-large', { limit });
    };
    entry.start();
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
