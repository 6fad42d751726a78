import { expect, test } from 'vitest';
import { clearedCookie, renewalCookie, renewalIn, wantsCookie } from './renewal-cookie.js';

test('no script reads the cookie, no other site sends it, and it goes to the session routes alone', () => {
  const cookie = renewalCookie('secret', { protocol: 'http' });
  expect(cookie).toBe('xc_renewal=secret; Max-Age=43200; Path=/api/v1/session; HttpOnly; SameSite=Strict');
  expect(renewalCookie('secret', { protocol: 'https' })).toContain('; Secure');
  expect(clearedCookie({ protocol: 'http' })).toContain('Max-Age=0');
});

test('it is looked at only where the header says so, which no form of another site can send', () => {
  expect(wantsCookie({ headers: { cookie: 'xc_renewal=a' } })).toBe(false);
  expect(wantsCookie({ headers: { 'x-xc-renewal': 'cookie' } })).toBe(true);
});

test('it is found among others', () => {
  expect(renewalIn({ headers: { cookie: 'a=b; xc_renewal=s.t; not_xc_renewal=x' } })).toBe('s.t');
  expect(renewalIn({ headers: { cookie: 'not_xc_renewal=x' } })).toBeUndefined();
  expect(renewalIn({ headers: {} })).toBeUndefined();
});
