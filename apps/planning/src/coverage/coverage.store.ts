import { Injectable } from '@nestjs/common';
import type { OrganizationKind } from '@xuncha/contracts';
import { idFromBytes, idToBytes, type BusinessDate, type Id } from '@xuncha/domain-kit';
import { visible, type Act, type Caller } from '@xuncha/service-kit';
import type { SelectQueryBuilder } from 'typeorm';
import { OrganizationRow } from '../organization/organization.row.js';
import type { Span } from '../term/term.js';
import type { Count } from './coverage.js';

/** Name of the consumer, and the tables that its rebuilding empties. */
export const COVERAGE = 'coverage';
export const COVERAGE_TABLES = ['site_entry'] as const;

/** From the first day of the term to a day within it. */
export interface Window {
  readonly from: Span['firstDay'];
  readonly to: BusinessDate;
}
const ENTERED = `EXISTS (SELECT 1 FROM site_entry e WHERE e.site = o.site AND e.organization_id = o.id
  AND e.entered_on BETWEEN :from AND :to)`;

@Injectable()
export class CoverageStore {
  async noteEntry(
    act: Act,
    entry: { inspectionId: Id; organizationId: Id; on: BusinessDate },
  ): Promise<void> {
    const { inspectionId, organizationId, on } = entry;
    await act.manager.query(
      `INSERT INTO site_entry (site, inspection_id, organization_id, entered_on) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE entered_on = VALUES(entered_on)`,
      [act.site, idToBytes(inspectionId), idToBytes(organizationId), on],
    );
  }

  /** Of what this viewer may know of. */
  async counts(viewer: Caller, window: Window): Promise<Count[]> {
    const rows = await this.counted(viewer, window)
      .select('o.kind', 'kind')
      .addSelect('o.parent_id', 'parent')
      .addSelect('COUNT(*)', 'organizations')
      .addSelect(`COALESCE(SUM(${ENTERED}), 0)`, 'inspected')
      .groupBy('o.kind')
      .addGroupBy('o.parent_id')
      .orderBy('o.kind')
      .addOrderBy('o.parent_id')
      .getRawMany<{
        kind: OrganizationKind;
        parent: Buffer | null;
        organizations: string;
        inspected: string;
      }>();
    return rows.map(({ kind, parent, organizations, inspected }) => ({
      kind,
      parentId: parent && idFromBytes(parent),
      organizations: Number(organizations),
      inspected: Number(inspected),
    }));
  }

  /** Ids of the organizations that `counts` counts as inspected, or as not. */
  async ids(
    viewer: Caller,
    window: Window,
    which: { inspected: boolean; kind?: OrganizationKind | undefined; parentId?: Id | undefined },
  ): Promise<Id[]> {
    const query = this.counted(viewer, window).andWhere(which.inspected ? ENTERED : `NOT ${ENTERED}`);
    if (which.kind) query.andWhere('o.kind = :kind', which);
    if (which.parentId) query.andWhere('o.parent_id = :parent', { parent: idToBytes(which.parentId) });
    const rows = await query.select('o.id', 'id').getRawMany<{ id: Buffer }>();
    return rows.map(({ id }) => idFromBytes(id));
  }

  /** On the last day of the window in the register: new organizations from their day on, ended ones until theirs (rules.md term.coverage). */
  private counted(viewer: Caller, window: Window): SelectQueryBuilder<OrganizationRow> {
    const query = viewer.manager.createQueryBuilder(OrganizationRow, 'o');
    return visible(viewer, query, { organization: 'id' }, 'o')
      .andWhere('o.registered_on <= :to AND (o.ended_on IS NULL OR o.ended_on > :to)')
      .setParameters({ ...query.getParameters(), ...window });
  }
}
