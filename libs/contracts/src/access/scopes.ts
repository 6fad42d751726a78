/**
 * What the program of a department may be let do: scopes of OAuth 2, each one a permission that a receiving organ's custodian has. A
 * scope narrows what the client's grant allows and gives nothing by itself.
 */
import { z } from 'zod';
import type { Permission } from './roles.js';

export const departmentScopes = {
  'transfer.read': '查看送达本机关的移交及其签名凭证',
  'transfer.receive': '签收移交',
  'clue.read': '查看已签收线索的办理情况',
  'clue.open': '查看已签收线索的内容，须填事由',
  'clue.dispose': '提出处置方式',
  'clueOutcome.record': '记录办理结果',
  'clueOutcome.read': '查看办理结果',
} as const satisfies Partial<Record<Permission, string>>;

export type DepartmentScope = keyof typeof departmentScopes;
const names = Object.keys(departmentScopes) as [DepartmentScope, ...DepartmentScope[]];
export const DepartmentScope = z.enum(names);
