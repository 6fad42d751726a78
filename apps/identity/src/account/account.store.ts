import { Injectable } from '@nestjs/common';
import { idToBytes, newId, refuse, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, systemIn, type Act, type Caller } from '@xuncha/service-kit';
import * as account from './account.js';
import { AccountRow } from './account.row.js';
import { newSetUpCode, type NewSetUpCode } from './secret-code.js';

const MOST_FOUND = 20;

@Injectable()
export class AccountStore extends Store<account.Account, AccountRow> {
  constructor() {
    super({
      aggregate: 'identity.account',
      row: AccountRow,
      unique: { one_account: ['account.taken', 'account'] },
      ...sameColumns(),
    });
  }

  /** The set-up code stands in the answer and nowhere else. */
  async create(act: Act, facts: { account: string; name: string }, code = newSetUpCode(new Date())) {
    const receipt = await this.add(act, account.create(newId(), facts, code.invitation));
    return { ...receipt, ...shown(code) };
  }

  async invite(act: Act, target: { id: Id; seen?: number }, code = newSetUpCode(new Date())) {
    const receipt = await this.change(act, target, (before) => account.invite(before, code.invitation));
    return { ...receipt, ...shown(code) };
  }

  /** Accounts in use whose name holds these characters, in the order of their names. */
  async named(viewer: Caller, text: string): Promise<{ id: Id; name: string }[]> {
    const found = await this.query(viewer)
      .andWhere("r.state = 'active' AND LOCATE(:text, r.name) > 0", { text })
      .orderBy('r.name')
      .limit(MOST_FOUND)
      .getMany();
    return found.map(({ id, name }) => ({ id, name }));
  }

  /** For signing in: nobody is asking yet, so the site is named. */
  async bySignInName(nobody: Caller, site: string, login: string): Promise<AccountRow | null> {
    return nobody.manager.findOneBy(AccountRow, { site, account: login });
  }

  /** Whoever has proven to hold something of this account's. */
  async byId(nobody: Caller, id: Id): Promise<AccountRow | null> {
    return nobody.manager
      .createQueryBuilder(AccountRow, 'r')
      .where('r.id = :id', { id: idToBytes(id) })
      .getOne();
  }

  /** The viewer's own account, which may belong to another site than the one they look at. */
  async own(viewer: Caller): Promise<AccountRow> {
    return (await this.byId(viewer, viewer.person)) ?? refuse('session.invalid');
  }

  /** Reads in the site that the viewer's own account belongs to. */
  async home(viewer: Caller): Promise<Caller> {
    return systemIn((await this.own(viewer)).site, viewer);
  }

  /** Holds the account until the transaction ends, so that what depends on all its grants is decided one at a time. */
  async hold(act: Act, id: Id): Promise<account.Account> {
    const held = act.manager.createQueryBuilder(AccountRow, 'r').setLock('pessimistic_write');
    const found = held.where('r.site = :site AND r.id = :id', { site: act.site, id: idToBytes(id) }).getOne();
    return (await found) ?? refuse('record.unknown', { id });
  }
}

function shown({ code, invitation }: NewSetUpCode) {
  return { setUpCode: code, setUpUntil: invitation.setUpUntil.toISOString() };
}
