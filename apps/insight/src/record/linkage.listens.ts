import { Controller } from '@nestjs/common';
import { statisticsArrived, type BodyOf } from '@xuncha/contracts';
import { idFrom } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { NOWHERE } from './record.js';
import { Records } from './records.js';

@Controller()
export class LinkageListens {
  constructor(private readonly records: Records) {}

  /** One record per county and period; of what is sent again, the higher number holds, whichever arrives last. */
  @Listens(statisticsArrived)
  async whenStatisticsArrived_takeTheNewest({ body }: Envelope<BodyOf<typeof statisticsArrived>>, act: Act) {
    const { fromSite, number, period, figures } = body;
    const id = idFrom(`statistics for ${act.site}`, [fromSite, period.from, period.to].join('/'));
    await this.records.hold(act, id);
    await this.records.put(act, id, (before) => {
      if (before && before.traits.statistics!.number > number) return before;
      const values = Object.fromEntries(figures.map((figure) => [figure.id, figure.value]));
      return {
        ...NOWHERE,
        id,
        kind: 'linkage.statistics',
        state: 'arrived',
        on: period.from,
        traits: { statistics: { fromSite, ...period, number, figures: values } },
      };
    });
  }
}
