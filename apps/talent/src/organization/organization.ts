/** What talent needs to know of the register: which organizations there are, of what kind, and what stands above each. */
import type { OrganizationKind } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';

export interface KnownOrganization {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parentId: Id | null;
  /** Where it went when it was merged. */
  readonly mergedIntoId: Id | null;
}
