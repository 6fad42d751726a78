/** The demonstration city and county and invented people for every role; their names say that they are none. */
import type { Role } from '@xuncha/contracts';

export interface DemonstrationSite {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string;
}
export interface DemonstrationPerson {
  readonly account: string;
  readonly name: string;
  /** What the person is there for. Roles of a team or an organization are given when there is one. */
  readonly roles: readonly Role[];
}

export const sites: readonly DemonstrationSite[] = [
  { code: '3303', name: '演示温州市', abbreviation: '温' },
  { code: '330381', name: '演示瑞安市', abbreviation: '瑞' },
];

const numerals = ['一', '二', '三', '四'];

function several(role: Role, name: string, count: number): DemonstrationPerson[] {
  return numerals.slice(0, count).map((numeral, index) => ({
    account: `demo-${role}-${index + 1}`.toLowerCase(),
    name: `演示${name}${numeral}`,
    roles: [role],
  }));
}

export const people: readonly DemonstrationPerson[] = [
  ...several('systemAdministrator', '系统管理员', 1),
  ...several('securityAdministrator', '安全管理员', 1),
  ...several('auditAdministrator', '审计管理员', 1),
  ...several('office', '办公室', 2),
  ...several('leadingGroup', '领导小组', 3),
  ...several('leader', '组长', 2),
  ...several('deputy', '副组长', 2),
  ...several('member', '组员', 4),
  ...several('liaison', '联络员', 2),
  ...several('organizationDepartment', '组织部门', 1),
  ...several('petitionCustodian', '信访保管员', 2),
  ...several('clueCustodian', '线索保管员', 2),
  ...several('organCustodian', '机关承办人', 1),
  ...several('organizationHead', '党组织负责人', 1),
  ...several('organizationLiaison', '党组织联络员', 1),
  ...several('observer', '观察员', 1),
];
