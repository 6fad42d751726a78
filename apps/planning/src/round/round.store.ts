import { Injectable } from '@nestjs/common';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act, type Versioned } from '@xuncha/service-kit';
import type { Round } from './round.js';
import { RoundRow } from './round.row.js';

@Injectable()
export class RoundStore extends Store<Round, RoundRow> {
  constructor() {
    super({
      aggregate: 'planning.round',
      row: RoundRow,
      searched: ({ name, number }) => [name, number],
      ...sameColumns(),
    });
  }

  /** The round as it stays until the transaction ends: whoever looks at its assignments holds it first. */
  async hold(act: Act, id: Id): Promise<Versioned<Round>> {
    await act.manager.query('SELECT id FROM `round` WHERE site = ? AND id = ? FOR UPDATE', [
      act.site,
      idToBytes(id),
    ]);
    return this.read(act, id);
  }
}
