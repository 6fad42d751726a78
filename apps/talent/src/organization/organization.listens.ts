import { Controller } from '@nestjs/common';
import {
  organizationChanged,
  organizationMerged,
  organizationRegistered,
  type BodyOf,
} from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { OrganizationStore, REGISTER } from './organization.store.js';

@Controller()
export class OrganizationListens {
  constructor(private readonly organizations: OrganizationStore) {}

  @Listens(organizationRegistered, REGISTER)
  async whenOrganizationRegistered_noteIt(
    { body }: Envelope<BodyOf<typeof organizationRegistered>>,
    act: Act,
  ) {
    await this.organizations.note(act, { ...body, id: body.organizationId });
  }

  @Listens(organizationChanged, REGISTER)
  async whenOrganizationChanged_noteIt({ body }: Envelope<BodyOf<typeof organizationChanged>>, act: Act) {
    await this.organizations.note(act, { ...body, id: body.organizationId });
  }

  @Listens(organizationMerged, REGISTER)
  async whenOrganizationMerged_noteWhereItWent(
    { body }: Envelope<BodyOf<typeof organizationMerged>>,
    act: Act,
  ) {
    await this.organizations.noteMerger(act, body.organizationId, body.intoId);
  }
}
