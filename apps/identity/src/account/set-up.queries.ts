import { Controller } from '@nestjs/common';
import { beginSecondFactor, finishSecondFactor, setUpAccount, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { SetUpLinks } from '../demonstration/set-up-links.js';
import { Credentials } from '../session/credentials.js';
import { ownAct } from '../session/own-act.js';
import * as account from './account.js';
import { AccountStore } from './account.store.js';
import { hashPassword } from './password.js';
import { refuseWeak } from './password-rules.js';
import { codeHash } from './secret-code.js';
import { SecondFactors } from './second-factors.js';

@Controller()
export class SetUpQueries {
  constructor(
    private readonly accounts: AccountStore,
    private readonly credentials: Credentials,
    private readonly factors: SecondFactors,
    private readonly links: SetUpLinks,
  ) {}

  @Handles(setUpAccount)
  async setUp({ site, account: login, code, password }: In<typeof setUpAccount>, nobody: Caller) {
    refuseWeak(password, login);
    const found = await this.credentials.checkSetUpCode(nobody, { site, account: login, code });
    const passwordHash = await hashPassword(password);
    const chosen = { setUpHash: codeHash(code), passwordHash };
    await ownAct(nobody, found, (act) =>
      this.accounts.change(act, { id: found.id }, (before) => account.setUp(before, chosen, nobody.now)),
    );
    this.links.remove({ site, account: login });
    await this.credentials.succeeded(nobody, found);
    const isNeeded = await this.factors.isNeeded(nobody, found.id);
    return { secondFactor: isNeeded ? ('needed' as const) : ('optional' as const) };
  }

  @Handles(beginSecondFactor)
  async begin(input: In<typeof beginSecondFactor>, nobody: Caller) {
    return this.factors.begin(nobody, await this.credentials.check(nobody, input));
  }

  @Handles(finishSecondFactor)
  async finish({ code, ...input }: In<typeof finishSecondFactor>, nobody: Caller) {
    const found = await this.credentials.check(nobody, input);
    const isRight = await this.factors.takeCode(nobody, found, code.replaceAll(/\s/g, ''));
    if (!isRight) return this.credentials.refuseCode(nobody, found);
    const recoveryCodes = await ownAct(nobody, found, async (act) => {
      await this.accounts.change(act, { id: found.id }, account.setSecondFactor);
      return this.factors.newRecoveryCodes(act.manager, found.id);
    });
    await this.credentials.succeeded(nobody, found);
    return { recoveryCodes };
  }
}
