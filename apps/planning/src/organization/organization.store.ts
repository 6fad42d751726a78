import { Injectable } from '@nestjs/common';
import { idToBytes, refuse, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, visible, type Act, type Caller, type Versioned } from '@xuncha/service-kit';
import { pinyinOf } from '@xuncha/service-kit/pinyin';
import type { SelectQueryBuilder } from 'typeorm';
import type { Organization } from './organization.js';
import { OrganizationRow } from './organization.row.js';

/** The tree has a handful of levels; a longer way up is a cycle. */
const DEEPEST = 20;
const PORTION = 1_000;

@Injectable()
export class OrganizationStore extends Store<Organization, OrganizationRow> {
  constructor() {
    super({
      aggregate: 'planning.organization',
      row: OrganizationRow,
      organization: 'id',
      searched: ({ code, name }) => [code, name, ...pinyinOf(name)],
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

  /** Where the tree begins for somebody: nothing that is active and that they may see stands above. */
  isTop(viewer: Caller, asked: boolean | undefined) {
    if (asked === undefined) return undefined;
    return (query: SelectQueryBuilder<OrganizationRow>) => {
      const above = query.subQuery().select('1').from(OrganizationRow, 'p');
      visible(viewer, above, this.shape, 'p').andWhere(`p.id = r.parent_id AND p.state = 'active'`);
      query.andWhere(`${asked ? 'NOT ' : ''}EXISTS ${above.getQuery()}`).setParameters(above.getParameters());
    };
  }

  /** In the order of their ids. Refuses `record.unknown` with the first that this caller cannot know of. */
  async several(act: Act, ids: readonly Id[]): Promise<Organization[]> {
    const found = await this.find(act, { where: { id: ids } });
    const byId = new Map(found.map((one) => [one.id, one]));
    return ids.map((id) => byId.get(id) ?? refuse('record.unknown', { id }));
  }

  /** The whole register of the site, whoever asks: a code is taken for everybody. Read in portions, so that others have their turn. */
  async everyOne({ manager, site }: Caller): Promise<Versioned<Organization>[]> {
    const found: Versioned<Organization>[] = [];
    for (let after: Buffer = Buffer.alloc(0); ;) {
      const rows = await this.canonicalRows(manager, site, after, PORTION);
      for (const row of rows) found.push({ ...this.shape.toDomain(row), version: row.version });
      if (rows.length < PORTION) return found;
      after = idToBytes(rows.at(-1)!.id);
    }
  }
}
