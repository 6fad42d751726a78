import { Injectable } from '@nestjs/common';
import { administratorRoles, type Receipt, type Role, type TeamMember } from '@xuncha/contracts';
import { newId, refuseIf, refuseUnless, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import { AdministratorChangeStore } from '../administrator-change/administrator-change.store.js';
import * as grant from './grant.js';
import { GrantRow } from './grant.row.js';

/** A role for an account; everything that limits it may be left out. */
export type Wanted = Partial<grant.Given> & { readonly accountId: Id; readonly role: Role };

const unlimited = { organizationId: null, teamId: null, roundId: null, from: null, until: null };

@Injectable()
export class GrantStore extends Store<grant.Grant, GrantRow> {
  constructor(
    private readonly accounts: AccountStore,
    private readonly changes: AdministratorChangeStore,
  ) {
    super({ aggregate: 'identity.grant', row: GrantRow, ...sameColumns() });
  }

  async give(act: Act, wanted: Wanted, id = newId()): Promise<Receipt> {
    return this.add(act, await this.decideGive(act, wanted, id));
  }

  /** Refuses what `give` would refuse, and gives nothing. */
  async check(act: Act, wanted: Wanted): Promise<void> {
    await this.decideGive(act, wanted, newId());
  }

  /** Of one of the three, refused where they are the last of their kind; held until the transaction ends. */
  async ofAdministrator(act: Act, accountId: Id): Promise<grant.Grant> {
    const held = await this.anAdministrator(act, accountId);
    const ofKind = await this.holdKind(act, held.role);
    const others = ofKind.filter(({ id }) => id !== held.id);
    grant.refuseLast(held, others, act.today);
    return held;
  }

  /** Refuses whoever is none of the three. */
  async anAdministrator(act: Act, accountId: Id): Promise<grant.Grant> {
    const held = await this.administratorGrant(act, accountId);
    refuseUnless(held, 'administrator.not-one');
    return held;
  }

  /** For what one administrator may do with any account but that of another. */
  async refuseAdministrator(act: Act, accountId: Id): Promise<void> {
    const held = await this.administratorGrant(act, accountId);
    if (held) grant.refuseAdministrator(held);
  }

  async revokeAll(act: Act, where: { teamId: Id } | { roundId: Id }): Promise<void> {
    for (const { id } of await this.find(act, { where: { ...where, state: 'active' } }))
      await this.change(act, { id }, grant.endLikewise);
  }

  /** Of a team, all but those of these members in these roles. */
  async revokeOthers(act: Act, teamId: Id, members: readonly TeamMember[]): Promise<void> {
    for (const { id, accountId, role } of await this.find(act, { where: { teamId, state: 'active' } })) {
      const stays = members.some((member) => member.accountId === accountId && member.role === role);
      if (!stays) await this.change(act, { id }, grant.endLikewise);
    }
  }

  /** In one transaction with others for the same account, so that two administrators' roles never meet in one. */
  private async decideGive(act: Act, wanted: Wanted, id: Id) {
    const account = await this.accounts.hold(act, wanted.accountId);
    refuseIf(account.state !== 'active', 'account.not-active');
    const held = await this.find(act, { where: { accountId: wanted.accountId, state: 'active' } });
    const proposed = await this.changes.appointmentsOf(act, wanted.accountId);
    const others = [...held, ...proposed.map((appointment) => ({ ...unlimited, ...appointment }))];
    return grant.give(id, { ...unlimited, ...wanted }, { others, today: act.today });
  }

  private async administratorGrant(act: Act, accountId: Id) {
    await this.accounts.hold(act, accountId);
    const found = await this.find(act, { where: { accountId, role: administratorRoles, state: 'active' } });
    return found.find((one) => !grant.isOver(one, act.today));
  }

  private async holdKind(act: Act, role: Role): Promise<grant.Grant[]> {
    const kind = act.manager.createQueryBuilder(GrantRow, 'r').setLock('pessimistic_write');
    const where = "r.site = :site AND r.role = :role AND r.state = 'active'";
    return kind.where(where, { site: act.site, role }).getMany();
  }
}
