/** Passwords of one run: random, and yet none of them is written down but the one secret they follow from. */
import { createHmac } from 'node:crypto';

/** The demonstration's system administrator, who opens sites. */
export const OPERATOR = 'operator';
/** The site's security administrator, who makes all accounts but those of the three. */
export const SECURITY = 'security';
/** The site's own system administrator, who advances its clock. */
export const KEEPER = 'keeper';
/** The third administrator that every site has. */
export const AUDIT = 'audit';

export function passwordFrom(secret: string, person: string): string {
  return createHmac('sha256', secret).update(person).digest('base64url').slice(0, 24);
}
