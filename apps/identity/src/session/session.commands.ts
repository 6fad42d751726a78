import { Controller } from '@nestjs/common';
import { endOwnSession, endOwnSessions, endSessions, signOut, type In } from '@xuncha/contracts';
import { refuse, refuseIf, type Id } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import { SessionStore } from './session.store.js';

@Controller()
export class SessionCommands {
  constructor(
    private readonly sessions: SessionStore,
    private readonly accounts: AccountStore,
  ) {}

  @Handles(signOut)
  async signOut(_input: In<typeof signOut>, act: Act) {
    const session = act.moment.session ?? refuse('session.invalid');
    return this.sessions.end(await this.atHome(act), session, 'signedOut');
  }

  @Handles(endOwnSession)
  async endOwn({ sessionId }: In<typeof endOwnSession>, act: Act) {
    const there = await this.atHome(act);
    await this.refuseOthers(there, sessionId);
    return this.sessions.end(there, sessionId, 'endedByOwner');
  }

  @Handles(endOwnSessions)
  async endAllOwn(_input: In<typeof endOwnSessions>, act: Act) {
    return { ended: await this.sessions.endAll(await this.atHome(act), act.person, 'endedByOwner') };
  }

  @Handles(endSessions)
  async endAll({ accountId }: In<typeof endSessions>, act: Act) {
    await this.accounts.hold(act, accountId);
    return { ended: await this.sessions.endAll(act, accountId, 'endedByAdministrator') };
  }

  /** A session belongs to the site of its account, wherever the person looks. */
  private async atHome(act: Act): Promise<Act> {
    return act.inSite((await this.accounts.own(act)).site, act.now);
  }

  private async refuseOthers(act: Act, sessionId: Id): Promise<void> {
    const { accountId } = await this.sessions.read(act, sessionId);
    refuseIf(accountId !== act.person, 'record.unknown', { id: sessionId });
  }
}
