import { Injectable } from '@nestjs/common';
import { refuse, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act } from '@xuncha/service-kit';
import type { Organization } from './organization.js';
import { OrganizationRow } from './organization.row.js';

/** The tree has a handful of levels; a longer way up is a cycle. */
const DEEPEST = 20;

@Injectable()
export class OrganizationStore extends Store<Organization, OrganizationRow> {
  constructor() {
    super({
      aggregate: 'planning.organization',
      row: OrganizationRow,
      organization: 'id',
      unique: { one_code: ['organization.code-taken', 'code'] },
      ...sameColumns(),
    });
  }

  /** The organization itself and all above it. Refuses `record.unknown` where one is not in this site. */
  async lineage(act: Act, id: Id | null): Promise<Id[]> {
    const found: Id[] = [];
    for (let next = id; next !== null;) {
      if (found.length > DEEPEST || found.includes(next)) return refuse('organization.cycle');
      found.push(next);
      next = (await this.read(act, next)).parentId;
    }
    return found;
  }
}
