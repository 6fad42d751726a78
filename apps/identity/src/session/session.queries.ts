import { Controller } from '@nestjs/common';
import { me, viewerAccess, type In, type Role } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';

@Controller()
export class SessionQueries {
  constructor(private readonly accounts: AccountStore) {}

  @Handles(me)
  async me(_input: In<typeof me>, viewer: Caller) {
    const { id, name } = await this.accounts.own(viewer);
    return { accountId: id, name, site: viewer.site, grants: grantsOf(viewer) };
  }

  @Handles(viewerAccess)
  async access(_input: In<typeof viewerAccess>, viewer: Caller) {
    return { grants: grantsOf(viewer), recused: [...viewer.access.recused] };
  }
}

function grantsOf(viewer: Caller) {
  return viewer.access.grants.map((grant) => ({ ...grant, role: grant.role as Role }));
}
