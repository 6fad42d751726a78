import { Injectable } from '@nestjs/common';
import { Store } from '@xuncha/service-kit';
import type { CallUp } from './call-up.js';
import { CallUpRow } from './call-up.row.js';

@Injectable()
export class CallUpStore extends Store<CallUp, CallUpRow> {
  constructor() {
    super({
      aggregate: 'talent.callUp',
      row: CallUpRow,
      unique: { once_per_round: ['call-up.requested-already', 'inspectorId'] },
      toDomain: ({ site: _site, version: _version, claim: _claim, fromDay, untilDay, ...fields }) => ({
        ...fields,
        from: fromDay,
        until: untilDay,
      }),
      toRow: ({ id: _id, from, until, ...fields }) => ({
        ...fields,
        fromDay: from,
        untilDay: until,
        claim: fields.state === 'refused' ? null : 1,
      }),
    });
  }
}
