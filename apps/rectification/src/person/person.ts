/** What the rules ask about who acts (rules.md 10, 11). */
import type { Id } from '@xuncha/domain-kit';

export interface Person {
  readonly account: Id;
  /** Holds a role limited to the organization: one of its own people, whatever other roles they have. */
  readonly belongs: boolean;
  /** Is the head of the organization. */
  readonly heads: boolean;
}

/** As much of a caller as these questions need. */
interface Asking {
  readonly person: Id;
  readonly access: { readonly grants: readonly { role: string; organizationId: Id | null }[] };
}

export function personOf(asking: Asking, organizationId: Id): Person {
  const own = asking.access.grants.filter((grant) => grant.organizationId === organizationId);
  const heads = own.some((grant) => grant.role === 'organizationHead');
  return { account: asking.person, belongs: own.length > 0, heads };
}
