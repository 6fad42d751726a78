/** Ids that are in use, by the kind of record: sent wherever an id is asked for, mixed with some that nobody has. */
import { randomUUID } from 'node:crypto';

const KEPT = 20;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

export class Ids {
  #byKind = new Map();
  /** Also of other sites, and of records that their askers must not know of. */
  #any = [];

  note(kind, id) {
    const known = this.#byKind.get(kind) ?? [];
    if (known.includes(id)) return;
    this.#byKind.set(kind, [...known, id].slice(-KEPT));
    this.#any = [...this.#any, id].slice(-KEPT * KEPT);
  }

  /** What an answer names. */
  learn(text, contract) {
    const kind = contract.split('.')[1];
    for (const [, field, id] of text.matchAll(/"(\w*[iI]d)":"([^"]*)"/g))
      if (UUID.test(id)) this.note(field === 'id' ? kind : field.replace(/Id$/, ''), id);
  }

  for(field, chance) {
    const known = this.#byKind.get(field.replace(/Ids?$/, '')) ?? [];
    if (known.length > 0 && chance.percent(75)) return chance.pick(known);
    return this.#any.length > 0 && chance.percent(60) ? chance.pick(this.#any) : randomUUID();
  }
}
