/** How much of the register has been inspected within a term, per kind and per place, down to the organizations (HZ16-2, rules.md 16). */
import { z } from 'zod';
import { query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { BusinessDate, Id, pageInput, pageOf } from '../kit/types.js';
import { OrganizationKind, OrganizationView } from './organization.js';

const share = {
  organizations: z.int().describe('当日在册的组织数'),
  inspected: z.int().describe('其中本届内已进驻巡察的组织数'),
  percent: z.int().nullable().describe('四舍五入到整数；没有在册组织时为空'),
};
const day = BusinessDate.optional().describe('默认今天；不早于本届首日，不晚于末日');

export const CoverageView = z.object({
  termId: Id,
  day: BusinessDate,
  ...share,
  kinds: z.array(z.object({ kind: OrganizationKind, ...share })),
  places: z.array(z.object({ parentId: Id.nullable(), kind: OrganizationKind, ...share })),
});
export const readCoverage = query('planning.coverage.read', {
  http: 'GET /terms/{termId}/coverage',
  permission: 'term.read',
  classification: 'internal',
  summary: '本届巡察覆盖率，按类别和地方',
  input: z.object({ termId: Id, day }),
  output: CoverageView,
});
export const coverageTable = documentOf(readCoverage, { as: 'table', summary: '巡察全覆盖情况表' });
export const listCoverage = query('planning.coverage.list', {
  http: 'GET /terms/{termId}/coverage/organizations',
  permission: 'term.read',
  classification: 'internal',
  summary: '覆盖率所计的组织：已巡察的，或尚未巡察的',
  input: z.object({
    ...pageInput,
    termId: Id,
    day,
    inspected: z.boolean(),
    kind: OrganizationKind.optional(),
    parentId: Id.optional(),
  }),
  output: pageOf(OrganizationView),
});
