/** The last version of every aggregate as a journal tells it, in little memory: a site has millions. */
import type { LastRow } from './verify-state-lines.js';

const HASH_BYTES = 32;
const FIRST_ROOM = 1024;

export class LastVersions {
  private readonly places = new Map<string, number>();
  private readonly versions: number[] = [];
  private readonly aggregates: string[] = [];
  private hashes = Buffer.alloc(FIRST_ROOM * HASH_BYTES);

  /** Answers what is wrong with the version, if anything. */
  note(aggregate: string, id: string, version: number, rowHash: string): string | undefined {
    const place = this.places.get(id) ?? this.begin(aggregate, id);
    const before = this.versions[place]!;
    this.versions[place] = version;
    this.hashes.write(rowHash, place * HASH_BYTES, HASH_BYTES, 'hex');
    if (this.aggregates[place] !== aggregate) return `${id} is of two aggregates`;
    return version === before + 1 ? undefined : `version ${before + 1} of ${aggregate} ${id} is missing`;
  }

  /** Each only once: a second time it is unknown. */
  take(id: string): LastRow | undefined {
    const place = this.places.get(id);
    if (place === undefined) return undefined;
    this.places.delete(id);
    const rowHash = this.hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
    return { aggregate: this.aggregates[place]!, version: this.versions[place]!, rowHash };
  }

  /** Those that nobody took. */
  *left(): Generator<readonly [aggregate: string, id: string]> {
    for (const [id, place] of this.places) yield [this.aggregates[place]!, id];
  }

  private begin(aggregate: string, id: string): number {
    const place = this.versions.length;
    if ((place + 1) * HASH_BYTES > this.hashes.length)
      this.hashes = Buffer.concat([this.hashes, Buffer.alloc(this.hashes.length)]);
    this.places.set(id, place);
    this.versions.push(0);
    this.aggregates.push(aggregate);
    return place;
  }
}
