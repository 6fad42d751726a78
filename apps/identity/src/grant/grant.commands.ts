import { Controller } from '@nestjs/common';
import { grantRole, revokeRole, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import * as grant from './grant.js';
import { GrantStore } from './grant.store.js';

@Controller()
export class GrantCommands {
  constructor(private readonly grants: GrantStore) {}

  @Handles(grantRole)
  async give(input: In<typeof grantRole>, act: Act) {
    grant.refuseAdministrator(input);
    return this.grants.give(act, input);
  }

  @Handles(revokeRole)
  async revoke({ grantId, seen }: In<typeof revokeRole>, act: Act) {
    return this.grants.change(act, { id: grantId, seen }, (before) => {
      grant.refuseAdministrator(before);
      return grant.revoke(before);
    });
  }
}
