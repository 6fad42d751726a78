import { Injectable } from '@nestjs/common';
import { refuseUnless, type Id } from '@xuncha/domain-kit';
import { Store, type Act, type Versioned } from '@xuncha/service-kit';
import { settle, type Dispatch } from './dispatch.js';
import { DispatchRow } from './dispatch.row.js';

@Injectable()
export class DispatchStore extends Store<Dispatch, DispatchRow> {
  constructor() {
    super({
      aggregate: 'linkage.dispatch',
      row: DispatchRow,
      toDomain: ({ site: _site, version: _version, kind: _kind, ...dispatch }) => dispatch,
      toRow: ({ id: _id, ...dispatch }) => ({ ...dispatch, kind: dispatch.content.kind }),
    });
  }

  async settle(act: Act, id: Id, action: 'receive' | 'refuse'): Promise<void> {
    await this.change(act, { id }, (before) => settle(before, action, act.on));
  }

  /** Under which a clue left this site. */
  async ofClue(act: Act, clueId: Id): Promise<Versioned<Dispatch>> {
    const where = { direction: 'out', kind: 'clue', reference: clueId } as const;
    const [sent] = await this.find(act, { where });
    refuseUnless(sent, 'record.unknown', { id: clueId });
    return sent;
  }
}
