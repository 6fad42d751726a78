import { Controller } from '@nestjs/common';
import { countTerms, listTerms, readTerm, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { TermStore } from './term.store.js';

@Controller()
export class TermQueries {
  constructor(private readonly terms: TermStore) {}

  @Handles(readTerm)
  async read(input: In<typeof readTerm>, viewer: Caller) {
    return this.terms.read(viewer, input.termId);
  }

  @Handles(listTerms)
  async list(input: In<typeof listTerms>, viewer: Caller) {
    const { cursor, limit, ...where } = input;
    return this.terms.page(viewer, { where, orderBy: 'firstDay', descending: true, cursor, limit });
  }

  @Handles(countTerms)
  async count(where: In<typeof countTerms>, viewer: Caller) {
    return this.terms.counts(viewer, countTerms, { where });
  }
}
