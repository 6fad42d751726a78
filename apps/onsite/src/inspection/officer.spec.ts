import { expect, test } from 'vitest';
import { officer } from './officer.js';

const place = { teamId: 'team', organizationId: 'village' };
const holding = (...roles: string[]) => ({ person: 'me', hasRole: (role: string) => roles.includes(role) });

test('who holds posts in the team and in the office acts for the team', () => {
  expect(officer(holding('office', 'deputy'), place)).toEqual({ id: 'me', post: 'deputy' });
  expect(officer(holding('office'), place).post).toBe('office');
});

test('who holds no post towards the place acts in none', () => {
  expect(() => officer(holding('petitionCustodian'), place)).toThrow('access.denied');
});
