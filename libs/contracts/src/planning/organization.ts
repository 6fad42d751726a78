/** The register of what can be inspected (glossary: organization), its tree and its heads. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import {
  BusinessDate,
  Code,
  Id,
  MAX_NAMES,
  pageInput,
  pageOf,
  SearchText,
  Text,
  Version,
} from '../kit/types.js';

/** Kinds named by the seven places; key projects and stations have no division code (RA17-1, WH17-12). */
export const OrganizationKind = z.enum([
  'city',
  'county',
  'township',
  'village',
  'municipalUnit',
  'budgetUnit',
  'grassrootsStation',
  'keyProject',
  'stateOwnedEnterprise',
  'zone',
]);
export type OrganizationKind = z.infer<typeof OrganizationKind>;
export const VillageType = z.enum(['village', 'community']);
export const OrganizationState = z.enum(['active', 'merged', 'dissolved']);

const facts = {
  organizationId: Id,
  code: Code,
  name: z.string().describe('组织名称，不是人名'),
  kind: OrganizationKind,
  parentId: Id.nullable(),
  divisionCode: Code.nullable(),
};
export const organizationRegistered = event('planning.organization.registered', {
  classification: 'open',
  summary: '被巡察党组织已登记',
  body: z.object(facts),
});
export const organizationChanged = event('planning.organization.changed', {
  classification: 'open',
  summary: '登记信息已变更',
  body: z.object(facts),
});
export const organizationMerged = event('planning.organization.merged', {
  classification: 'open',
  summary: '已并入另一组织',
  body: z.object({ organizationId: Id, intoId: Id, on: BusinessDate }),
});
export const organizationDissolved = event('planning.organization.dissolved', {
  classification: 'open',
  summary: '已撤销',
  body: z.object({ organizationId: Id, on: BusinessDate }),
});
export const headChanged = event('planning.organization.headChanged', {
  classification: 'internal',
  summary: '主要负责人已变更',
  body: z.object({ organizationId: Id, since: BusinessDate, vacant: z.boolean() }),
});

export const OrganizationView = z.object({
  id: Id,
  version: Version,
  code: Code,
  name: z.string(),
  kind: OrganizationKind,
  category: z.string().nullable(),
  villageType: VillageType.nullable(),
  divisionCode: Code.nullable(),
  parentId: Id.nullable(),
  state: OrganizationState,
  registeredOn: BusinessDate,
  endedOn: BusinessDate.nullable(),
  mergedIntoId: Id.nullable(),
  headName: z.string().nullable(),
  headSince: BusinessDate.nullable(),
});

const describing = {
  name: Text(100),
  kind: OrganizationKind,
  category: Text(60).optional(),
  villageType: VillageType.optional(),
  divisionCode: Code.optional(),
  parentId: Id.optional(),
};
export const registerOrganization = command('planning.organization.register', {
  http: 'POST /organizations',
  permission: 'register.write',
  summary: '登记一个被巡察党组织',
  input: z.object({ code: Code, ...describing, on: BusinessDate.optional() }),
});
export const changeOrganization = command('planning.organization.change', {
  http: 'PUT /organizations/{organizationId}',
  permission: 'register.write',
  summary: '变更登记信息',
  input: z.object({ organizationId: Id, seen: Version, ...describing, on: BusinessDate.optional() }),
});
export const changeHead = command('planning.organization.changeHead', {
  http: 'POST /organizations/{organizationId}/head',
  permission: 'register.write',
  summary: '变更主要负责人；空缺时不填姓名',
  input: z.object({
    organizationId: Id,
    seen: Version,
    headName: Text(60).optional(),
    on: BusinessDate.optional(),
  }),
});
export const mergeOrganization = command('planning.organization.merge', {
  http: 'POST /organizations/{organizationId}/merge',
  permission: 'register.write',
  summary: '并入另一组织；自该日起不计入覆盖',
  input: z.object({ organizationId: Id, seen: Version, intoId: Id, on: BusinessDate.optional() }),
});
export const dissolveOrganization = command('planning.organization.dissolve', {
  http: 'POST /organizations/{organizationId}/dissolve',
  permission: 'register.write',
  summary: '撤销；自该日起不计入覆盖',
  input: z.object({ organizationId: Id, seen: Version, on: BusinessDate.optional() }),
});

export const readOrganization = query('planning.organization.read', {
  http: 'GET /organizations/{organizationId}',
  permission: 'register.read',
  classification: 'internal',
  summary: '一个被巡察党组织',
  input: z.object({ organizationId: Id }),
  output: OrganizationView,
});
export const historyOfOrganization = historyOf(readOrganization);
/** What stands on a page where a record names organizations by their ids. */
export const OrganizationName = OrganizationView.pick({
  id: true,
  code: true,
  name: true,
  kind: true,
  parentId: true,
});
export const organizationNames = query('planning.organization.names', {
  http: 'GET /organization-names',
  permission: 'register.read',
  classification: 'internal',
  summary: '一批组织的名称；不得而知的不在其中',
  input: z.object({ ids: z.array(Id).min(1).max(MAX_NAMES) }),
  output: z.object({ items: z.array(OrganizationName) }),
});
export const findOrganizations = query('planning.organization.find', {
  http: 'GET /organizations/find',
  permission: 'register.read',
  classification: 'internal',
  summary: '查找组织：代码、名称的一部分、拼音或拼音首字母，至多二十个',
  input: z.object({ text: SearchText }),
  output: z.object({ items: z.array(OrganizationView) }),
});
export const listOrganizations = query('planning.organization.list', {
  http: 'GET /organizations',
  permission: 'register.read',
  classification: 'internal',
  summary: '登记册',
  input: z.object({
    ...pageInput,
    kind: OrganizationKind.optional(),
    state: OrganizationState.optional(),
    parentId: Id.optional(),
    top: z.boolean().optional().describe('是否树的最上一层：没有上级，或上级已撤并、不得而知'),
    code: Code.optional(),
  }),
  output: pageOf(OrganizationView),
});
export const countOrganizations = countsOf(listOrganizations);
