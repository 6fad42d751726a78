import { Controller } from '@nestjs/common';
import {
  listOwnRefusedSignIns,
  listOwnSessions,
  listRefusedSignIns,
  listSessions,
  me,
  secondFactorRoles,
  viewerAccess,
  type In,
  type Role,
} from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import { RefusedSignIns } from './refused-sign-ins.js';
import { SessionStore } from './session.store.js';

const asking: ReadonlySet<string> = new Set(secondFactorRoles);

@Controller()
export class SessionQueries {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly refused: RefusedSignIns,
  ) {}

  @Handles(me)
  async me(_input: In<typeof me>, viewer: Caller) {
    const { id, account, name, hasSecondFactor } = await this.accounts.own(viewer);
    const grants = grantsOf(viewer);
    const needsSecondFactor = grants.some(({ role }) => asking.has(role));
    return { accountId: id, account, name, site: viewer.site, hasSecondFactor, needsSecondFactor, grants };
  }

  @Handles(viewerAccess)
  async access(_input: In<typeof viewerAccess>, viewer: Caller) {
    return { grants: grantsOf(viewer), recused: [...viewer.access.recused] };
  }

  @Handles(listOwnSessions)
  async own(page: In<typeof listOwnSessions>, viewer: Caller) {
    return this.sessions.list(await this.accounts.home(viewer), viewer.person, page);
  }

  @Handles(listSessions)
  async list({ accountId, ...page }: In<typeof listSessions>, viewer: Caller) {
    await this.accounts.read(viewer, accountId);
    return this.sessions.list(viewer, accountId, page);
  }

  @Handles(listOwnRefusedSignIns)
  async ownRefused(_input: In<typeof listOwnRefusedSignIns>, viewer: Caller) {
    return this.refused.list(await this.accounts.home(viewer), viewer.person);
  }

  @Handles(listRefusedSignIns)
  async listRefused({ accountId }: In<typeof listRefusedSignIns>, viewer: Caller) {
    if (accountId) await this.accounts.read(viewer, accountId);
    return this.refused.list(viewer, accountId);
  }
}

function grantsOf(viewer: Caller) {
  return viewer.access.grants.map((grant) => ({ ...grant, role: grant.role as Role }));
}
