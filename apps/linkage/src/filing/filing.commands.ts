import { Controller } from '@nestjs/common';
import {
  amendRound,
  answerFiling,
  correctRound,
  fileRound,
  readRound,
  refileRound,
  reportProgress,
  type In,
} from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { begin } from '../dispatch/dispatch.js';
import { Outbox } from '../dispatch/outbox.js';
import type { Peer } from '../peer/peer.js';
import * as filing from './filing.js';
import { FilingStore } from './filing.store.js';

@Controller()
export class FilingCommands {
  constructor(
    private readonly filings: FilingStore,
    private readonly outbox: Outbox,
  ) {}

  /** What is filed is the round as planning has it, asked in the name of whoever files. */
  @Handles(fileRound)
  async file({ roundId, plan }: In<typeof fileRound>, act: Act) {
    const round = await act.ask(readRound, { roundId });
    const city = await this.outbox.city(act);
    const filed = filing.file(newId(), city.peerSite, round, { plan, on: act.on });
    await this.tell(act, city, filed.state.id, filing.openingLetter(filed.state));
    return this.filings.add(act, filed);
  }

  @Handles(refileRound)
  async refile({ plan, ...target }: In<typeof refileRound>, act: Act) {
    return this.step(act, target, 'refile', plan);
  }

  @Handles(reportProgress)
  async report({ progress, ...target }: In<typeof reportProgress>, act: Act) {
    return this.step(act, target, 'report', progress);
  }

  @Handles(amendRound)
  async amend({ amendment, ...target }: In<typeof amendRound>, act: Act) {
    return this.step(act, target, 'amend', amendment);
  }

  @Handles(answerFiling)
  async answer({ answer, opinion, ...target }: In<typeof answerFiling>, act: Act) {
    return this.step(act, target, answer, opinion);
  }

  @Handles(correctRound)
  async correct({ opinion, ...target }: In<typeof correctRound>, act: Act) {
    return this.step(act, target, 'correct', opinion);
  }

  /** Taken here and told to the other site, in one transaction. */
  private async step(
    act: Act,
    { filingId, seen }: { filingId: Id; seen: number },
    action: filing.Turn,
    text: string,
  ) {
    const taken = { action, text, on: act.on };
    const { peerSite, counterpartId } = await this.filings.read(act, filingId);
    const receipt = await this.filings.change(act, { id: filingId, seen }, (before) =>
      filing.take(before, taken),
    );
    const peer = await this.outbox.peer(act, peerSite);
    await this.tell(act, peer, filingId, { filingId: counterpartId, opens: null, step: taken });
    return receipt;
  }

  private async tell(act: Act, peer: Peer, filingId: Id, letter: filing.FilingLetter): Promise<void> {
    await this.outbox.send(act, peer, begin(newId(), filingId, { kind: 'filing', ...letter }, act.on));
  }
}
