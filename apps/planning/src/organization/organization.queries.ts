import { Controller } from '@nestjs/common';
import {
  findOrganizations,
  countOrganizations,
  listOrganizations,
  organizationNames,
  readOrganization,
  type In,
} from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { OrganizationStore } from './organization.store.js';

@Controller()
export class OrganizationQueries {
  constructor(private readonly organizations: OrganizationStore) {}

  @Handles(readOrganization)
  async read(input: In<typeof readOrganization>, viewer: Caller) {
    return this.organizations.read(viewer, input.organizationId);
  }

  @Handles(organizationNames)
  async names({ ids }: In<typeof organizationNames>, viewer: Caller) {
    const { items } = await this.organizations.page(viewer, { where: { id: ids }, limit: ids.length });
    return { items: items.map(({ id, code, name, kind, parentId }) => ({ id, code, name, kind, parentId })) };
  }

  @Handles(findOrganizations)
  async find({ text }: In<typeof findOrganizations>, viewer: Caller) {
    return { items: await this.organizations.search(viewer, text) };
  }

  @Handles(listOrganizations)
  async list(input: In<typeof listOrganizations>, viewer: Caller) {
    const { cursor, limit, top, ...where } = input;
    const also = this.organizations.isTop(viewer, top);
    return this.organizations.page(viewer, { where, also, orderBy: 'code', cursor, limit });
  }

  @Handles(countOrganizations)
  async count({ top, ...where }: In<typeof countOrganizations>, viewer: Caller) {
    const also = this.organizations.isTop(viewer, top);
    return this.organizations.counts(viewer, countOrganizations, { where, also });
  }
}
