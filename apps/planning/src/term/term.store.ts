import { Injectable } from '@nestjs/common';
import type { Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act } from '@xuncha/service-kit';
import type { Term } from './term.js';
import { TermRow } from './term.row.js';

@Injectable()
export class TermStore extends Store<Term, TermRow> {
  constructor() {
    super({ aggregate: 'planning.term', row: TermRow, ...sameColumns() });
  }

  /** Every term of the site but this one. They are locked, so that of two overlapping ones the later sees the earlier. */
  async others(act: Act, id?: Id): Promise<Term[]> {
    await act.manager.query('SELECT id FROM term WHERE site = ? FOR UPDATE', [act.site]);
    const all = await this.find(act, {});
    return all.filter((term) => term.id !== id);
  }
}
