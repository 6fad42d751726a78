import { Injectable } from '@nestjs/common';
import { idToBytes, newId, refuse, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act, type Caller } from '@xuncha/service-kit';
import * as account from './account.js';
import { AccountRow } from './account.row.js';
import { hashPassword } from './password.js';

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

  async create(
    act: Act,
    { account: login, name, password }: Record<'account' | 'name' | 'password', string>,
  ) {
    const passwordHash = await hashPassword(password);
    return this.add(act, account.create(newId(), { account: login, name, passwordHash }));
  }

  /** For signing in: nobody is asking yet, so the site is named. */
  async bySignInName(nobody: Caller, site: string, login: string): Promise<AccountRow | null> {
    return nobody.manager.findOneBy(AccountRow, { site, account: login });
  }

  /** The viewer's own account, which may belong to another site than the one they look at. */
  async own(viewer: Caller): Promise<AccountRow> {
    const id = idToBytes(viewer.person);
    const found = viewer.manager.createQueryBuilder(AccountRow, 'r').where('r.id = :id', { id }).getOne();
    return (await found) ?? refuse('session.invalid');
  }

  /** Holds the account until the transaction ends, so that what depends on all its grants is decided one at a time. */
  async hold(act: Act, id: Id): Promise<account.Account> {
    const held = act.manager.createQueryBuilder(AccountRow, 'r').setLock('pessimistic_write');
    const found = held.where('r.site = :site AND r.id = :id', { site: act.site, id: idToBytes(id) }).getOne();
    return (await found) ?? refuse('record.unknown', { id });
  }
}
