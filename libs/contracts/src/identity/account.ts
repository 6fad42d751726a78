/** Accounts: who can sign in to a site. Names stay here; events and other services know the id alone. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { Id, Instant, MAX_NAMES, pageInput, pageOf, Receipt, Text, Version } from '../kit/types.js';

export const accountCreated = event('identity.account.created', {
  classification: 'internal',
  summary: '账号已建立',
  body: z.object({ accountId: Id }),
});
export const accountDisabled = event('identity.account.disabled', {
  classification: 'internal',
  summary: '账号已停用',
  body: z.object({ accountId: Id }),
});

export const accountInvited = event('identity.account.invited', {
  classification: 'internal',
  summary: '账号的设置码已发出，此前的口令与第二因素作废',
  body: z.object({ accountId: Id }),
});
export const passwordSet = event('identity.account.passwordSet', {
  classification: 'internal',
  summary: '账号已由本人设置口令',
  body: z.object({ accountId: Id }),
});
export const passwordChanged = event('identity.account.passwordChanged', {
  classification: 'internal',
  summary: '口令已由本人修改',
  body: z.object({ accountId: Id }),
});
export const secondFactorSet = event('identity.account.secondFactorSet', {
  classification: 'internal',
  summary: '第二因素已由本人设置',
  body: z.object({ accountId: Id }),
});

export const LoginName = Text(60);
export const Password = z.string().min(10).max(200);
/**
 * With it the person sets a password of their own, once. It stands in this one answer and nowhere else; a retry of the same request is
 * answered without it, and another is issued.
 */
export const SetUp = { setUpCode: z.string().optional(), setUpUntil: Instant.optional() };
export const Invitation = z.object({ account: LoginName, setUpCode: z.string(), setUpUntil: Instant });
export type Invitation = z.infer<typeof Invitation>;
/** Where one command lets several in; as `SetUp`. */
export const Invitations = { invitations: z.array(Invitation).optional() };
export const AccountState = z.enum(['active', 'disabled']);
export const AccountView = z.object({
  id: Id,
  version: Version,
  account: z.string(),
  name: z.string(),
  state: AccountState,
  isSetUp: z.boolean(),
  hasSecondFactor: z.boolean(),
});

export const createAccount = command('identity.account.create', {
  http: 'POST /accounts',
  permission: 'account.write',
  summary: '建立账号',
  input: z.object({ account: LoginName, name: Text(60) }),
  output: Receipt.extend(SetUp),
});
export const inviteAccount = command('identity.account.invite', {
  http: 'POST /accounts/{accountId}/set-up-code',
  permission: 'account.write',
  summary: '重新发出设置码：原口令与第二因素作废，本人凭码重新设置',
  input: z.object({ accountId: Id, seen: Version }),
  output: Receipt.extend(SetUp),
});
export const changePassword = command('identity.account.changePassword', {
  http: 'POST /me/password',
  summary: '修改本人口令，其他会话随即结束',
  input: z.object({ old: z.string().max(200), password: Password }),
});
export const disableAccount = command('identity.account.disable', {
  http: 'POST /accounts/{accountId}/disable',
  permission: 'account.write',
  summary: '停用账号，立即生效',
  input: z.object({ accountId: Id, seen: Version }),
});
/** What stands on a page where a record names people by their accounts; whoever has the id has read such a record. */
export const accountNames = query('identity.account.names', {
  http: 'GET /account-names',
  classification: 'internal',
  summary: '一批账号的姓名；不在本站点的不在其中',
  input: z.object({ ids: z.array(Id).min(1).max(MAX_NAMES) }),
  output: z.object({ items: z.array(AccountView.pick({ id: true, name: true })) }),
});
export const listAccounts = query('identity.account.list', {
  http: 'GET /accounts',
  permission: 'account.read',
  classification: 'internal',
  summary: '账号列表',
  input: z.object({ ...pageInput, account: z.string().max(60).optional() }),
  output: pageOf(AccountView),
});

/** Whoever names a person in a form, such as the inspector an account belongs to, finds them by a part of the name. */
export const findAccounts = query('identity.account.find', {
  http: 'GET /accounts/find',
  permission: 'account.find',
  classification: 'internal',
  summary: '按姓名查找在用的账号，最多二十个',
  input: z.object({ text: Text(60) }),
  output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
});
