/** Whoever administers the system or keeps what is sealed signs in with a second factor; for everybody else it is a choice. */
import type { Role } from './roles.js';

export const secondFactorRoles = [
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
  'petitionCustodian',
  'clueCustodian',
  'organCustodian',
] as const satisfies readonly Role[];
