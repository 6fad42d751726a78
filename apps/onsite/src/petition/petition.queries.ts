import { Controller } from '@nestjs/common';
import {
  countPetitions,
  listPetitions,
  readPetition,
  readPetitionContent,
  readPetitionSender,
  listPetitionLooks,
  type In,
} from '@xuncha/contracts';
import { Handles, Looks, type Caller, type Versioned } from '@xuncha/service-kit';
import { refuseSenderTo, type Petition } from './petition.js';
import { PetitionStore } from './petition.store.js';

@Controller()
export class PetitionQueries {
  constructor(
    private readonly petitions: PetitionStore,
    private readonly looks: Looks,
  ) {}

  @Handles(readPetition)
  async read({ petitionId }: In<typeof readPetition>, viewer: Caller) {
    return viewOf(await this.petitions.read(viewer, petitionId));
  }

  @Handles(listPetitions)
  async list({ cursor, limit, ...where }: In<typeof listPetitions>, viewer: Caller) {
    const page = await this.petitions.page(viewer, { where, descending: true, cursor, limit });
    return { items: page.items.map(viewOf), next: page.next };
  }

  @Handles(countPetitions)
  async count(where: In<typeof countPetitions>, viewer: Caller) {
    return this.petitions.counts(viewer, countPetitions, { where });
  }

  @Handles(readPetitionContent)
  async readContent({ petitionId }: In<typeof readPetitionContent>, viewer: Caller) {
    const petition = await this.petitions.read(viewer, petitionId);
    const opened = await this.petitions.open(viewer, petition, ['content', 'result', 'answer']);
    return { id: petition.id, version: petition.version, ...opened };
  }

  @Handles(readPetitionSender)
  async readSender({ petitionId }: In<typeof readPetitionSender>, viewer: Caller) {
    const petition = await this.petitions.read(viewer, petitionId);
    refuseSenderTo(petition, viewer.person, viewer.today);
    const { sender } = await this.petitions.open(viewer, petition, ['sender']);
    const { name, contact = null } = JSON.parse(sender!) as Sender;
    return { id: petition.id, version: petition.version, sender: { name, contact } };
  }

  @Handles(listPetitionLooks)
  async listLooks({ petitionId, ...page }: In<typeof listPetitionLooks>, viewer: Caller) {
    await this.petitions.read(viewer, petitionId);
    return this.looks.at(viewer, [petitionId], page);
  }
}

interface Sender {
  readonly name: string;
  readonly contact?: string;
}

/** Nothing that is sealed. */
function viewOf(petition: Versioned<Petition>) {
  const {
    content: _content,
    sender,
    result: _result,
    answer: _answer,
    opening: _opening,
    ...rest
  } = petition;
  const { teamId: _teamId, consent: _consent, concernsId: _concernsId, profile: _profile, ...view } = rest;
  return { ...view, named: sender !== null };
}
