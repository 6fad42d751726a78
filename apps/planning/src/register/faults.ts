import { refuseIf } from '@xuncha/domain-kit';

/** One thing wrong in one cell. Says where, never what stands there: that may be a person's name. */
export interface Fault {
  readonly row: number;
  readonly column: string;
  /** A refusal code of its own, with its own Chinese text. */
  readonly code: string;
  /** The earlier row of the same code. */
  readonly sameAsRow?: number;
}

/** So many are answered; a file with more is wrong throughout. */
const MOST_ANSWERED = 500;

/** Everything wrong with a file, so that it is mended in one go. */
export class Faults {
  private readonly found: Fault[] = [];

  add(fault: Fault): void {
    this.found.push(fault);
  }

  refuseAny(): void {
    const errors = this.found.toSorted((a, b) => a.row - b.row).slice(0, MOST_ANSWERED);
    refuseIf(errors.length > 0, 'register.rows-invalid', { total: this.found.length, errors });
  }
}
