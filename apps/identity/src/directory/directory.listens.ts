import { Controller } from '@nestjs/common';
import {
  organizationChanged,
  organizationDissolved,
  organizationMerged,
  organizationRegistered,
  type BodyOf,
} from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { DIRECTORY, DirectoryStore } from './directory.store.js';

@Controller()
export class DirectoryListens {
  constructor(private readonly directory: DirectoryStore) {}

  @Listens(organizationRegistered, DIRECTORY)
  async whenOrganizationRegistered_listIt(
    { body }: Envelope<BodyOf<typeof organizationRegistered>>,
    act: Act,
  ) {
    await this.directory.note(act, body);
  }

  @Listens(organizationChanged, DIRECTORY)
  async whenOrganizationChanged_followIt({ body }: Envelope<BodyOf<typeof organizationChanged>>, act: Act) {
    await this.directory.note(act, body);
  }

  @Listens(organizationMerged, DIRECTORY)
  async whenOrganizationMerged_noteItsEnd({ body }: Envelope<BodyOf<typeof organizationMerged>>, act: Act) {
    await this.directory.noteEnd(act, body.organizationId, 'merged');
  }

  @Listens(organizationDissolved, DIRECTORY)
  async whenOrganizationDissolved_noteItsEnd(
    { body }: Envelope<BodyOf<typeof organizationDissolved>>,
    act: Act,
  ) {
    await this.directory.noteEnd(act, body.organizationId, 'dissolved');
  }
}
