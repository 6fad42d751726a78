import { Controller } from '@nestjs/common';
import { approveTerm, changeTerm, proposeTerm, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import * as term from './term.js';
import { TermStore } from './term.store.js';

@Controller()
export class TermCommands {
  constructor(private readonly terms: TermStore) {}

  @Handles(proposeTerm)
  async propose(input: In<typeof proposeTerm>, act: Act) {
    const others = await this.terms.others(act);
    return this.terms.add(act, term.propose(newId(), input, others, act.person));
  }

  @Handles(changeTerm)
  async change(input: In<typeof changeTerm>, act: Act) {
    const others = await this.terms.others(act, input.termId);
    return this.terms.change(act, { id: input.termId, seen: input.seen }, (before) =>
      term.change(before, input, others, act.person),
    );
  }

  @Handles(approveTerm)
  async approve(input: In<typeof approveTerm>, act: Act) {
    const others = await this.terms.others(act, input.termId);
    return this.terms.change(act, { id: input.termId, seen: input.seen }, (before) =>
      term.approve(before, others, act.person),
    );
  }
}
