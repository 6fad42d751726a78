/** Which changes a viewer may hear of: of aggregates that one of their roles reads, within its limits, and none they are recused from. */
import { allContracts, roleMay, type Out, type Permission, type viewerAccess } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';

export type ViewerAccess = Out<typeof viewerAccess>;

/** What an event says besides its content. */
export interface Change {
  /** `service.aggregate` */
  readonly aggregate: string;
  readonly organizationIds: readonly Id[];
  readonly teamId: Id | null;
}

/** Undefined where the message is none of ours. */
export function changeIn(subject: string, data: Uint8Array): Change | undefined {
  const [, service, , aggregate] = subject.split('.');
  try {
    const body = JSON.parse(Buffer.from(data).toString('utf8')) as EventBody;
    const { organizationId, organizations = [], teamId = null } = body;
    const organizationIds = [organizationId, ...organizations.map((it) => it.organizationId)].filter(
      (id) => id !== undefined,
    );
    return { aggregate: `${service}.${aggregate}`, organizationIds, teamId };
  } catch {
    return undefined;
  }
}

export function mayHear(
  { aggregate, organizationIds, teamId }: Change,
  { grants, recused }: ViewerAccess,
): boolean {
  if (organizationIds.some((id) => recused.includes(id))) return false;
  const permissions = readBy.get(aggregate) ?? [];
  return grants.some(
    (grant) =>
      permissions.some((permission) => roleMay(grant.role, permission)) &&
      (grant.organizationId === null || organizationIds.includes(grant.organizationId)) &&
      (grant.teamId === null || teamId === null || teamId === grant.teamId),
  );
}

/**
 * Whether whoever stays away from some organization could tell by it that something happened there: it does not say of which it is, as
 * nothing of a clue does.
 */
export function mayBetray({ organizationIds }: Change, { recused }: ViewerAccess): boolean {
  return recused.length > 0 && organizationIds.length === 0;
}

/** All kinds of record that one of the viewer's roles reads. */
export function kindsHeard({ grants }: ViewerAccess): string[] {
  const isRead = (permissions: readonly Permission[]) =>
    grants.some(({ role }) => permissions.some((permission) => roleMay(role, permission)));
  return [...readBy].filter(([, permissions]) => isRead(permissions)).map(([aggregate]) => aggregate);
}

/** Whether the change may be one of what somebody may do. */
export function isOfAccess({ aggregate }: Change): boolean {
  return ['identity.grant', 'identity.recusal', 'identity.account'].includes(aggregate);
}

interface EventBody {
  readonly organizationId?: Id;
  readonly organizations?: readonly { organizationId: Id }[];
  readonly teamId?: Id;
}

/** Permissions of the queries that show an aggregate; what no query shows, nobody needs to hear of. */
const readBy = new Map<string, Permission[]>();
for (const contract of allContracts()) {
  if (contract.kind !== 'query' || !contract.permission) continue;
  const aggregate = contract.name.split('.', 2).join('.');
  readBy.set(aggregate, [...(readBy.get(aggregate) ?? []), contract.permission]);
}
