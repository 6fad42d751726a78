import { Injectable } from '@nestjs/common';
import type { OrganizationKind } from '@xuncha/contracts';
import { idFromBytes, idToBytes, refuse, type Id } from '@xuncha/domain-kit';
import type { Act, Caller } from '@xuncha/service-kit';
import type { KnownOrganization } from './organization.js';

/** Name of the consumer, and the tables that its rebuilding empties. */
export const REGISTER = 'register';
export const REGISTER_TABLES = ['organization'] as const;

/** Talent's copy of planning's register. It comes with planning's events, so the newest entry may be a moment away. */
@Injectable()
export class OrganizationStore {
  async note(
    act: Act,
    { id, code, name, kind, parentId }: Omit<KnownOrganization, 'mergedIntoId'>,
  ): Promise<void> {
    await act.manager.query(
      `INSERT INTO organization (site, id, code, name, kind, parent_id, merged_into_id)
       VALUES (?, ?, ?, ?, ?, ?, NULL)
       ON DUPLICATE KEY UPDATE name = VALUES(name), kind = VALUES(kind), parent_id = VALUES(parent_id)`,
      [act.site, idToBytes(id), code, name, kind, parentId && idToBytes(parentId)],
    );
  }

  async noteMerger(act: Act, id: Id, intoId: Id): Promise<void> {
    const ids = [idToBytes(intoId), act.site, idToBytes(id)];
    await act.manager.query('UPDATE organization SET merged_into_id = ? WHERE site = ? AND id = ?', ids);
  }

  /** Of these ids those that are in the register of this site. */
  async known(caller: Caller, ids: readonly Id[]): Promise<Map<Id, KnownOrganization>> {
    if (ids.length === 0) return new Map();
    const rows = (await caller.manager.query(
      'SELECT id, code, name, kind, parent_id, merged_into_id FROM organization WHERE site = ? AND id IN (?)',
      [caller.site, ids.map(idToBytes)],
    )) as Row[];
    return new Map(rows.map((row) => [idFromBytes(row.id), organizationOf(row)]));
  }

  /** The whole register of the site. */
  async idsByCode({ manager, site }: Caller): Promise<Map<string, Id>> {
    const rows = (await manager.query('SELECT id, code FROM organization WHERE site = ?', [site])) as {
      id: Buffer;
      code: string;
    }[];
    return new Map(rows.map(({ id, code }) => [code, idFromBytes(id)]));
  }

  async refuseUnknown(caller: Caller, ids: readonly Id[]): Promise<void> {
    const known = await this.known(caller, ids);
    // To whoever is recused from it an organization has never been (rules.md 2).
    const unknown = ids.find((id) => !known.has(id) || caller.isRecusedFrom(id));
    if (unknown) refuse('talent.organization-unknown', { organizationId: unknown });
  }
}

interface Row {
  readonly id: Buffer;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parent_id: Buffer | null;
  readonly merged_into_id: Buffer | null;
}

function organizationOf({ id, code, name, kind, parent_id, merged_into_id }: Row): KnownOrganization {
  return {
    id: idFromBytes(id),
    code,
    name,
    kind,
    parentId: parent_id && idFromBytes(parent_id),
    mergedIntoId: merged_into_id && idFromBytes(merged_into_id),
  };
}
