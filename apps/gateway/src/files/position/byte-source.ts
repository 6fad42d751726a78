/** A stream that is read by so many bytes at a time; `Broken` where it ends before them, or is not of the form that is due. */
export class Broken extends Error {}

export class ByteSource {
  private held: Buffer = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  async take(bytes: number): Promise<Buffer> {
    while (this.held.length < bytes) await this.more();
    return this.cut(bytes);
  }

  /** So many bytes as they come. */
  async *passing(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0;) {
      if (this.held.length === 0) await this.more();
      const piece = this.cut(Math.min(left, this.held.length));
      left -= piece.length;
      yield piece;
    }
  }

  async skip(bytes: number): Promise<void> {
    for await (const piece of this.passing(bytes)) void piece;
  }

  /** As it comes, up to a 0xff behind which stands a byte of which `ends` says so; that 0xff is what comes next. */
  async *upToMarker(ends: (next: number) => boolean): AsyncGenerator<Buffer> {
    for (let from = 0; ;) {
      const at = this.held.indexOf(0xff, from);
      const next = at < 0 ? undefined : this.held[at + 1];
      if (next !== undefined && ends(next)) return yield this.cut(at);
      if (next !== undefined) from = at + 1;
      else {
        // What is held is through, but for a 0xff at its end.
        const through = this.cut(at < 0 ? this.held.length : at);
        await this.more();
        from = 0;
        yield through;
      }
    }
  }

  async toEnd(): Promise<void> {
    while (!(await this.chunks.next()).done);
  }

  private async more(): Promise<void> {
    const { done, value } = await this.chunks.next();
    if (done) throw new Broken('the stream ended');
    this.held = this.held.length === 0 ? value : Buffer.concat([this.held, value]);
  }

  private cut(bytes: number): Buffer {
    const piece = this.held.subarray(0, bytes);
    this.held = this.held.subarray(bytes);
    return piece;
  }
}
