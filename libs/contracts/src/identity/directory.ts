/**
 * Organizations by name, for whoever gives roles that are limited to one: what planning's open events say of the register. None of the
 * three administrators reads the register itself (rules.md 15).
 */
import { z } from 'zod';
import { query } from '../kit/builders.js';
import { Code, Id, MAX_NAMES, SearchText } from '../kit/types.js';
import { OrganizationKind, OrganizationState } from '../planning/organization.js';

const ListedOrganization = z.object({
  id: Id,
  code: Code,
  name: z.string(),
  kind: OrganizationKind,
  state: OrganizationState,
});

export const findInDirectory = query('identity.directory.find', {
  http: 'GET /directory/find',
  permission: 'directory.read',
  classification: 'open',
  summary: '在名录中查找组织：代码、名称的一部分、拼音或拼音首字母，至多五十个；不填的为最前面的现有组织',
  input: z.object({ text: SearchText.optional() }),
  output: z.object({ items: z.array(ListedOrganization) }),
});
export const namesInDirectory = query('identity.directory.names', {
  http: 'GET /directory-names',
  permission: 'directory.read',
  classification: 'open',
  summary: '名录中一批组织的名称；不得而知的不在其中',
  input: z.object({ ids: z.array(Id).min(1).max(MAX_NAMES) }),
  output: z.object({ items: z.array(ListedOrganization.pick({ id: true, name: true })) }),
});
