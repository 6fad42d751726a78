import { Controller } from '@nestjs/common';
import { listStatistics, readStatistics, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { StatisticsStore } from './statistics.store.js';

@Controller()
export class StatisticsQueries {
  constructor(private readonly statistics: StatisticsStore) {}

  @Handles(readStatistics)
  async read({ statisticsId }: In<typeof readStatistics>, viewer: Caller) {
    const { figures, ...view } = await this.statistics.read(viewer, statisticsId);
    return { ...view, figures: [...figures] };
  }

  @Handles(listStatistics)
  async list({ cursor, limit, ...where }: In<typeof listStatistics>, viewer: Caller) {
    const page = await this.statistics.page(viewer, { where, descending: true, cursor, limit });
    return { items: page.items.map(({ figures: _figures, ...view }) => view), next: page.next };
  }
}
