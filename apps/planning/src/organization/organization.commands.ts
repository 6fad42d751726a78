/** Keeping the register, one organization at a time. */
import { Controller } from '@nestjs/common';
import {
  changeHead,
  changeOrganization,
  dissolveOrganization,
  mergeOrganization,
  registerOrganization,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import * as organization from './organization.js';
import { OrganizationStore } from './organization.store.js';

@Controller()
export class OrganizationCommands {
  constructor(private readonly organizations: OrganizationStore) {}

  @Handles(registerOrganization)
  async register(input: In<typeof registerOrganization>, act: Act) {
    await this.organizations.lineage(act, input.parentId ?? null);
    return this.organizations.add(act, organization.register(newId(), input.code, described(input), act.on));
  }

  @Handles(changeOrganization)
  async change(input: In<typeof changeOrganization>, act: Act) {
    const ancestors = await this.organizations.lineage(act, input.parentId ?? null);
    return this.organizations.change(act, { id: input.organizationId, seen: input.seen }, (before) =>
      organization.change(before, described(input), ancestors),
    );
  }

  @Handles(changeHead)
  async changeHead(input: In<typeof changeHead>, act: Act) {
    return this.organizations.change(act, { id: input.organizationId, seen: input.seen }, (before) =>
      organization.changeHead(before, input.headName ?? null, act.on),
    );
  }

  @Handles(mergeOrganization)
  async merge(input: In<typeof mergeOrganization>, act: Act) {
    const into = await this.organizations.read(act, input.intoId);
    return this.organizations.change(act, { id: input.organizationId, seen: input.seen }, (before) =>
      organization.merge(before, into, act.on),
    );
  }

  @Handles(dissolveOrganization)
  async dissolve(input: In<typeof dissolveOrganization>, act: Act) {
    return this.organizations.change(act, { id: input.organizationId, seen: input.seen }, (before) =>
      organization.dissolve(before, act.on),
    );
  }
}

function described(
  input: In<typeof registerOrganization> | In<typeof changeOrganization>,
): organization.Description {
  const { name, kind, category = null, villageType = null, divisionCode = null, parentId = null } = input;
  return { name, kind, category, villageType, divisionCode, parentId };
}
