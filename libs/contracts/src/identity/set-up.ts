/**
 * How a person takes possession of an account. Asked before anybody is signed in, through the gateway's own session routes; each
 * counts as an attempt to sign in.
 */
import { z } from 'zod';
import { query } from '../kit/builders.js';
import { SiteCode } from '../kit/types.js';
import { Password } from './account.js';
import { renewSession, signIn, signOut } from './session.js';

const who = { site: SiteCode, account: z.string().max(60) };
const credentials = z.object({ ...who, password: z.string().max(200) });

export const setUpAccount = query('identity.account.setUp', {
  classification: 'internal',
  summary: '凭设置码为本人账号设置口令',
  input: z.object({ ...who, code: z.string().max(60), password: Password }),
  output: z.object({ secondFactor: z.enum(['needed', 'optional']).describe('此账号是否须用第二因素登录') }),
});
export const beginSecondFactor = query('identity.account.beginSecondFactor', {
  classification: 'internal',
  summary: '开始设置第二因素：答复密钥，供身份验证器使用',
  input: credentials,
  output: z.object({ secret: z.string().describe('Base32'), uri: z.string().describe('otpauth://') }),
});
export const finishSecondFactor = query('identity.account.finishSecondFactor', {
  classification: 'internal',
  summary: '以身份验证器显示的验证码完成第二因素的设置；答复一次性恢复码',
  input: credentials.extend({ code: z.string().max(20) }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
});

/** What the gateway has by hand: where each is asked with POST, below `/api/v1`. */
export const sessionRoutes = [
  ['/sign-in', signIn],
  ['/session/renew', renewSession],
  ['/session/sign-out', signOut],
  ['/session/set-up', setUpAccount],
  ['/session/second-factor/begin', beginSecondFactor],
  ['/session/second-factor/finish', finishSecondFactor],
] as const;
