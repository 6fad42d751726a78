/** What arrived is put where it belongs in its new site. */
import { Injectable } from '@nestjs/common';
import type { Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import * as filing from '../filing/filing.js';
import { FilingStore } from '../filing/filing.store.js';
import * as statistics from '../statistics/statistics.js';
import { StatisticsStore } from '../statistics/statistics.store.js';
import type { Dispatch, Way } from './dispatch.js';

@Injectable()
export class Inbox {
  constructor(
    private readonly reports: StatisticsStore,
    private readonly filings: FilingStore,
  ) {}

  async take(act: Act, { reference, content }: Dispatch, from: Way): Promise<void> {
    switch (content.kind) {
      case 'clue':
        return; // The clues service opens it, on the event of the arrival.
      case 'statistics':
        await this.reports.add(act, statistics.arrive(reference, content, from, act.on));
        return;
      case 'filing':
        await this.takeLetter(act, content, { county: from.peerSite, countysId: reference });
    }
  }

  private async takeLetter(
    act: Act,
    letter: filing.FilingLetter,
    from: { county: string; countysId: Id },
  ): Promise<void> {
    if (letter.opens) await this.filings.add(act, filing.receive(letter, from));
    else
      await this.filings.change(act, { id: letter.filingId }, (before) => filing.follow(before, letter.step));
  }
}
