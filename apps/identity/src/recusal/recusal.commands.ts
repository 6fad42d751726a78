import { Controller } from '@nestjs/common';
import { declareRecusal, liftRecusal, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import * as recusal from './recusal.js';
import { RecusalStore } from './recusal.store.js';

@Controller()
export class RecusalCommands {
  constructor(
    private readonly recusals: RecusalStore,
    private readonly accounts: AccountStore,
  ) {}

  @Handles(declareRecusal)
  async declare(input: In<typeof declareRecusal>, act: Act) {
    await this.accounts.hold(act, input.accountId);
    const others = await this.recusals.find(act, {
      where: { accountId: input.accountId, state: 'declared' },
    });
    return this.recusals.add(act, recusal.declare(newId(), input, others));
  }

  @Handles(liftRecusal)
  async lift({ recusalId, seen, reason }: In<typeof liftRecusal>, act: Act) {
    return this.recusals.change(act, { id: recusalId, seen }, (before) => recusal.lift(before, reason));
  }
}
