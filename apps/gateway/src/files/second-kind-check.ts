/** A file that readers of another kind would open as well (a polyglot) passes one check and works in another program. */
import { refuseIf } from '@xuncha/domain-kit';
import type { ContentCheck } from './content-check.js';
import { EXCEL, WORD } from './office-check.js';
import { END_WITHIN_BYTES, hasEndOfArchive } from './zip-end.js';

export const PDF = 'application/pdf';
const PDF_MARK = '%PDF-';
/** As far as PDF readers look for their mark. */
const PDF_WITHIN_BYTES = 1024;
const ARCHIVES = [EXCEL, WORD];

export class SecondKindCheck implements ContentCheck {
  private head = Buffer.alloc(0);
  private tail = Buffer.alloc(0);

  constructor(private readonly mediaType: string) {}

  chunk(bytes: Buffer): void {
    const missing = PDF_WITHIN_BYTES + PDF_MARK.length - this.head.length;
    if (missing > 0) this.head = Buffer.concat([this.head, bytes.subarray(0, missing)]);
    this.tail = Buffer.concat([this.tail, bytes.subarray(-END_WITHIN_BYTES)]).subarray(-END_WITHIN_BYTES);
  }

  end(): void {
    const { mediaType } = this;
    const isAlsoPdf = mediaType !== PDF && this.head.includes(PDF_MARK);
    const isAlsoArchive = !ARCHIVES.includes(mediaType) && hasEndOfArchive(this.tail);
    refuseIf(isAlsoPdf || isAlsoArchive, 'file.two-kinds', { mediaType });
  }
}
