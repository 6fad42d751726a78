/** The rows of a table, for as many sheets as they need: whether there is another is known when one is written. */
type Rows<T> = Iterable<T> | AsyncIterable<T>;

export class Pages<T> {
  private readonly rows: Iterator<T> | AsyncIterator<T>;
  /** The row that comes next, looked at already. */
  private ahead: IteratorResult<T> | undefined;

  constructor(rows: Rows<T>) {
    this.rows = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  get areOver(): boolean {
    return this.ahead?.done === true;
  }

  /** The next `most` rows. Whoever stops taking them ends what they come from. */
  async *next(most: number): AsyncGenerator<T> {
    let isWhole = false;
    try {
      for (let taken = 0; ; taken++) {
        this.ahead ??= await this.rows.next();
        if (this.ahead.done || taken === most) break;
        const { value } = this.ahead;
        this.ahead = undefined;
        yield value;
      }
      isWhole = true;
    } finally {
      if (!isWhole) await this.rows.return?.();
    }
  }
}
