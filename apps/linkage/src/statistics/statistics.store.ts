import { Injectable } from '@nestjs/common';
import { Store } from '@xuncha/service-kit';
import type { Statistics } from './statistics.js';
import { StatisticsRow } from './statistics.row.js';

@Injectable()
export class StatisticsStore extends Store<Statistics, StatisticsRow> {
  constructor() {
    super({
      aggregate: 'linkage.statistics',
      row: StatisticsRow,
      toDomain: ({ site: _site, version: _version, periodFrom: from, periodTo: to, ...statistics }) => ({
        ...statistics,
        period: { from, to },
      }),
      toRow: ({ id: _id, period, ...statistics }) => ({
        ...statistics,
        periodFrom: period.from,
        periodTo: period.to,
      }),
    });
  }
}
