/** A department's token is good for the permissions that it names, and for nothing that needs none. */
import type { Permission } from '@xuncha/contracts';
import { refuseUnless } from '@xuncha/domain-kit';
import type { TokenClaims } from './tokens.js';

export function refuseBeyondScopes({ scopes }: TokenClaims, permission: Permission | undefined): void {
  if (!scopes) return;
  const isWithin = permission !== undefined && scopes.includes(permission);
  refuseUnless(isWithin, 'access.out-of-scope', { permission: permission ?? null });
}
