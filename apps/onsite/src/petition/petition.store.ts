import { Injectable } from '@nestjs/common';
import type { Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Caller } from '@xuncha/service-kit';
import { isJustifiedAndOpen, type Petition } from './petition.js';
import { PetitionRow } from './petition.row.js';

/** What of a petition is sealed. */
type SealedField = 'content' | 'sender' | 'result' | 'answer';

@Injectable()
export class PetitionStore extends Store<Petition, PetitionRow> {
  constructor() {
    super({
      aggregate: 'onsite.petition',
      row: PetitionRow,
      organization: 'organizationId',
      team: 'teamId',
      recusal: 'concernsId',
      ...sameColumns(),
    });
  }

  /** What of it is asked for; null where there is nothing. */
  async open<F extends SealedField>(viewer: Caller, petition: Petition, fields: readonly F[]) {
    const key = (await this.keysOf(viewer, [petition.id])).get(petition.id)!;
    const opened = fields.map((field) => [field, petition[field] && key.open(field, petition[field])]);
    return Object.fromEntries(opened) as { [field in F]: field extends 'content' ? string : string | null };
  }

  async justifiedAndOpen(viewer: Caller, inspectionId: Id): Promise<Petition[]> {
    return (await this.find(viewer, { where: { inspectionId } })).filter(isJustifiedAndOpen);
  }

  async countOpen(viewer: Caller, inspectionId: Id): Promise<number> {
    const found = await this.find(viewer, { where: { inspectionId } });
    return found.filter(({ state }) => state !== 'closed').length;
  }
}
