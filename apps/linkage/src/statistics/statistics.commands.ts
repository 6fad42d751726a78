import { Controller } from '@nestjs/common';
import { listFigures, sendStatistics, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { begin } from '../dispatch/dispatch.js';
import { Outbox } from '../dispatch/outbox.js';
import * as statistics from './statistics.js';
import { StatisticsStore } from './statistics.store.js';

@Controller()
export class StatisticsCommands {
  constructor(
    private readonly sent: StatisticsStore,
    private readonly outbox: Outbox,
  ) {}

  /** Nobody types a figure: insight is asked in the name of whoever sends, before anything is locked. */
  @Handles(sendStatistics)
  async send({ period }: In<typeof sendStatistics>, act: Act) {
    statistics.refuseUnsent(period, act.access.recused.size > 0, act.today);
    const { figures } = await act.ask(listFigures, period);
    const report = statistics.reportOf(period, figures);
    const city = await this.outbox.city(act);
    const id = newId();
    const number = await this.outbox.send(
      act,
      city,
      begin(newId(), id, { kind: 'statistics', ...report }, act.on),
    );
    return this.sent.add(act, statistics.send(id, report, { peerSite: city.peerSite, number }, act.on));
  }
}
