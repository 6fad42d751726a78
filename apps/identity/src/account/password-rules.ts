/** What no password may be, whoever chooses it. Its length stands in the contract. */
import { refuseIf } from '@xuncha/domain-kit';

/** The worst of those that are tried first, in small letters; longer ones are found by their beginning. */
const COMMON = [
  '1234567890',
  '0123456789',
  '9876543210',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'asdfghjkl',
  'abcdefghij',
  'abcd123456',
  'abc1234567',
  'a123456789',
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'iloveyou',
  'woaini1314',
  '5201314520',
  'administrator',
  'admin12345',
  'admin@1234',
  'root123456',
  'xuncha2024',
  'xuncha1234',
  'welcome123',
  'letmein123',
  'test123456',
];
const FEWEST_CHARACTERS = 5;

export function refuseWeak(password: string, account: string): void {
  const text = password.toLowerCase();
  refuseIf(text.includes(account.toLowerCase()), 'account.password-is-name');
  refuseIf(
    COMMON.some((common) => text.startsWith(common)),
    'account.password-common',
  );
  refuseIf(new Set(text).size < FEWEST_CHARACTERS, 'account.password-simple');
}
