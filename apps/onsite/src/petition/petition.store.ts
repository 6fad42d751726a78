import { Injectable } from '@nestjs/common';
import type { Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Caller } from '@xuncha/service-kit';
import { isJustifiedAndOpen, type Petition, type Sealed } from './petition.js';
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

  seal(caller: Caller, id: Id, field: SealedField, plain: string): Sealed {
    return caller.runtime.vault.seal(caller.site, place(id, field), plain);
  }

  open(caller: Caller, petition: Petition, field: 'content'): string;
  open(caller: Caller, petition: Petition, field: SealedField): string | null;
  open(caller: Caller, petition: Petition, field: SealedField): string | null {
    const sealed = petition[field];
    return sealed && caller.runtime.vault.open(caller.site, place(petition.id, field), sealed);
  }

  async justifiedAndOpen(viewer: Caller, inspectionId: Id): Promise<Petition[]> {
    return (await this.find(viewer, { where: { inspectionId } })).filter(isJustifiedAndOpen);
  }

  async countOpen(viewer: Caller, inspectionId: Id): Promise<number> {
    const found = await this.find(viewer, { where: { inspectionId } });
    return found.filter(({ state }) => state !== 'closed').length;
  }
}

/** Ciphertext moved to another petition or column does not open. */
function place(id: Id, field: SealedField): string {
  return `onsite.petition.${id}.${field}`;
}
