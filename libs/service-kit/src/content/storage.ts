/** Where sealed content stands under its name: a folder, or a bucket of an S3-compatible service (decisions/0017). */
export interface Storage {
  /** Takes the file at `draft` in, whole or not at all, in the place of what is there by this name; the draft may be gone then. */
  keep(draft: string, name: string): Promise<void>;
  /** With its first `head` bytes at hand; undefined where nothing has this name. */
  open(name: string, head: number): Promise<Kept | undefined>;
  /** Whether it is there to be asked at all, which is answered soon. */
  isThere(): Promise<boolean>;
}

export interface Kept {
  readonly bytes: number;
  /** From `start` up to `end`, of which neither lies behind its end, in pieces of any size. */
  read(start: number, end: number): AsyncIterable<Buffer>;
  close(): Promise<void>;
}
