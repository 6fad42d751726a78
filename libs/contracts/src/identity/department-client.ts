/**
 * Department clients: programs of other organs that connect as OAuth 2 clients and prove who they are by a key of their own (RFC 7523).
 * A client's id is a principal like an account's; what it may do is its grant, narrowed by its scopes.
 */
import { z } from 'zod';
import { DepartmentScope } from '../access/scopes.js';
import { command, event, query } from '../kit/builders.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';

export const DepartmentClientState = z.enum(['registered', 'active', 'suspended', 'ended']);
/** What a client's key signs with follows from its kind; an assertion that says otherwise is refused. */
export const ClientAlgorithm = z.enum(['EdDSA', 'ES256', 'PS256']);
const base64url = (max: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(max);
/** RFC 7517, public members alone: Ed25519, P-256, or RSA of 2048 bits and more. */
export const PublicKey = z.object({
  kty: z.enum(['OKP', 'EC', 'RSA']),
  crv: z.enum(['Ed25519', 'P-256']).optional(),
  x: base64url(64).optional(),
  y: base64url(64).optional(),
  n: base64url(1400).optional(),
  e: base64url(16).optional(),
});
export type PublicKey = z.infer<typeof PublicKey>;
/** RFC 7638, SHA-256: how people compare keys by telephone, and the `kid` of what the key signs. */
export const Thumbprint = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const ClientKey = PublicKey.extend({ kid: Thumbprint, alg: ClientAlgorithm });
export type ClientKey = z.infer<typeof ClientKey>;

const which = { clientId: Id };
const told = (name: string, summary: string) =>
  event(`identity.departmentClient.${name}`, {
    classification: 'internal',
    summary,
    body: z.object(which),
  });
export const departmentClientRegistered = event('identity.departmentClient.registered', {
  classification: 'internal',
  summary: '部门系统已登记',
  body: z.object({ ...which, organizationId: Id, scopes: z.array(DepartmentScope), key: ClientKey }),
});
export const departmentClientActivated = told('activated', '部门系统已启用');
export const departmentClientSuspended = told('suspended', '部门系统已暂停');
export const departmentClientResumed = told('resumed', '部门系统已恢复');
export const departmentClientEnded = told('ended', '部门系统已终止');
export const departmentClientKeyAdded = event('identity.departmentClient.keyAdded', {
  classification: 'internal',
  summary: '部门系统已增加公钥',
  body: z.object({ ...which, key: ClientKey }),
});
export const departmentClientKeyRetired = event('identity.departmentClient.keyRetired', {
  classification: 'internal',
  summary: '部门系统已停用一把公钥',
  body: z.object({ ...which, kid: Thumbprint }),
});

export const DepartmentClientView = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  organizationId: Id,
  scopes: z.array(DepartmentScope),
  from: BusinessDate,
  until: BusinessDate,
  keys: z.array(ClientKey),
  state: DepartmentClientState,
});

const target = { ...which, seen: Version };
export const registerDepartmentClient = command('identity.departmentClient.register', {
  http: 'POST /department-clients',
  permission: 'departmentClient.write',
  summary: '登记一个部门系统及其公钥；核对公钥指纹后才可启用',
  input: z.object({
    name: Text(60).describe('系统名称，不是人名'),
    organizationId: Id.describe('所代表的机关'),
    scopes: z.array(DepartmentScope).min(1).max(20),
    key: PublicKey,
    from: BusinessDate,
    until: BusinessDate.describe('有效期的最后一天'),
  }),
});
export const activateDepartmentClient = command('identity.departmentClient.activate', {
  http: 'POST /department-clients/{clientId}/activate',
  permission: 'departmentClient.write',
  summary: '启用；须填写由部门另行告知的公钥指纹',
  input: z.object({ ...target, thumbprint: Thumbprint }),
});
export const suspendDepartmentClient = command('identity.departmentClient.suspend', {
  http: 'POST /department-clients/{clientId}/suspend',
  permission: 'departmentClient.write',
  summary: '暂停，立即生效',
  input: z.object(target),
});
export const resumeDepartmentClient = command('identity.departmentClient.resume', {
  http: 'POST /department-clients/{clientId}/resume',
  permission: 'departmentClient.write',
  summary: '恢复',
  input: z.object(target),
});
export const endDepartmentClient = command('identity.departmentClient.end', {
  http: 'POST /department-clients/{clientId}/end',
  permission: 'departmentClient.write',
  summary: '终止，立即生效，不能恢复',
  input: z.object(target),
});
export const addDepartmentClientKey = command('identity.departmentClient.addKey', {
  http: 'POST /department-clients/{clientId}/keys',
  permission: 'departmentClient.write',
  summary: '增加一把公钥，更换期间新旧两把同时有效',
  input: z.object({ ...target, key: PublicKey, thumbprint: Thumbprint.describe('由部门另行告知') }),
});
export const retireDepartmentClientKey = command('identity.departmentClient.retireKey', {
  http: 'POST /department-clients/{clientId}/keys/{kid}/retire',
  permission: 'departmentClient.write',
  summary: '停用一把公钥，立即生效；最后一把不能停用',
  input: z.object({ ...target, kid: Thumbprint }),
});
export const readDepartmentClient = query('identity.departmentClient.read', {
  http: 'GET /department-clients/{clientId}',
  permission: 'departmentClient.read',
  classification: 'internal',
  summary: '一个部门系统及其公钥',
  input: z.object(which),
  output: DepartmentClientView,
});
export const listDepartmentClients = query('identity.departmentClient.list', {
  http: 'GET /department-clients',
  permission: 'departmentClient.read',
  classification: 'internal',
  summary: '部门系统列表',
  input: z.object({ ...pageInput, organizationId: Id.optional(), state: DepartmentClientState.optional() }),
  output: pageOf(DepartmentClientView),
});
