/** Accounts: who can sign in to a site. Names stay here; events and other services know the id alone. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { Id, pageInput, pageOf, Text, Version } from '../kit/types.js';

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

export const LoginName = Text(60);
export const Password = z.string().min(10).max(200);
export const AccountState = z.enum(['active', 'disabled']);
export const AccountView = z.object({
  id: Id,
  version: Version,
  account: z.string(),
  name: z.string(),
  state: AccountState,
});

export const createAccount = command('identity.account.create', {
  http: 'POST /accounts',
  permission: 'account.write',
  summary: '建立账号',
  input: z.object({ account: LoginName, name: Text(60), password: Password }),
});
export const disableAccount = command('identity.account.disable', {
  http: 'POST /accounts/{accountId}/disable',
  permission: 'account.write',
  summary: '停用账号，立即生效',
  input: z.object({ accountId: Id, seen: Version }),
});
export const listAccounts = query('identity.account.list', {
  http: 'GET /accounts',
  permission: 'account.read',
  classification: 'internal',
  summary: '账号列表',
  input: z.object({ ...pageInput, account: z.string().max(60).optional() }),
  output: pageOf(AccountView),
});
