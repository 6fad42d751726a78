import { Controller } from '@nestjs/common';
import {
  confirmAdministratorChange,
  proposeAppointment,
  proposeDisabling,
  proposeDismissal,
  proposeReset,
  proposeSite,
  rejectAdministratorChange,
  withdrawAdministratorChange,
  type In,
} from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { GrantStore } from '../grant/grant.store.js';
import { SiteOpening } from '../site/site.opening.js';
import * as domain from './administrator-change.js';
import { AdministratorChangeEffects } from './administrator-change.effects.js';
import { administratorIn, AdministratorChangeStore } from './administrator-change.store.js';

/** What could not be carried out is refused when it is proposed, and again when it is confirmed. */
@Controller()
export class AdministratorChangeCommands {
  constructor(
    private readonly changes: AdministratorChangeStore,
    private readonly grants: GrantStore,
    private readonly sites: SiteOpening,
    private readonly effects: AdministratorChangeEffects,
  ) {}

  @Handles(proposeAppointment)
  async appoint({ from, until, ...given }: In<typeof proposeAppointment>, act: Act) {
    const appointment = { ...given, from: from ?? null, until: until ?? null };
    await this.grants.check(act, appointment);
    return this.changes.propose(act, { what: 'appoint', ...appointment });
  }

  @Handles(proposeDismissal)
  async dismiss({ accountId }: In<typeof proposeDismissal>, act: Act) {
    await this.grants.ofAdministrator(act, accountId);
    return this.changes.propose(act, { what: 'dismiss', accountId });
  }

  @Handles(proposeDisabling)
  async disable({ accountId }: In<typeof proposeDisabling>, act: Act) {
    await this.grants.ofAdministrator(act, accountId);
    return this.changes.propose(act, { what: 'disable', accountId });
  }

  @Handles(proposeReset)
  async reset({ accountId }: In<typeof proposeReset>, act: Act) {
    await this.grants.anAdministrator(act, accountId);
    return this.changes.propose(act, { what: 'reset', accountId });
  }

  @Handles(proposeSite)
  async openSite(opening: In<typeof proposeSite>, act: Act) {
    await this.sites.check(act, opening.code);
    return this.changes.propose(act, { what: 'openSite', opening });
  }

  @Handles(confirmAdministratorChange)
  async confirm({ changeId, seen }: In<typeof confirmAdministratorChange>, act: Act) {
    const by = administratorIn(act);
    const receipt = await this.changes.change(act, { id: changeId, seen }, (change) =>
      domain.confirm(change, by, act.today),
    );
    const { subject } = await this.changes.read(act, changeId);
    const invitations = await this.effects.carryOut(act, subject);
    return { ...receipt, invitations };
  }

  @Handles(rejectAdministratorChange)
  async reject({ changeId, seen }: In<typeof rejectAdministratorChange>, act: Act) {
    const by = administratorIn(act);
    return this.changes.change(act, { id: changeId, seen }, (change) => domain.reject(change, by));
  }

  @Handles(withdrawAdministratorChange)
  async withdraw({ changeId, seen }: In<typeof withdrawAdministratorChange>, act: Act) {
    const by = administratorIn(act);
    return this.changes.change(act, { id: changeId, seen }, (change) => domain.withdraw(change, by));
  }
}
