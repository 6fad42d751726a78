/** Who is there when an installation begins: the demonstration's invented people for every role, or a real site's administrators. */
import { SiteCode, type Role } from '@xuncha/contracts';

export interface FirstSite {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string;
}
export interface FirstPerson {
  readonly account: string;
  readonly name: string;
  /** What the person is there for. Roles of a team or an organization are given when there is one. */
  readonly roles: readonly Role[];
}

export interface Beginning {
  readonly sites: readonly FirstSite[];
  readonly people: readonly FirstPerson[];
}

const demonstrationSites: readonly FirstSite[] = [
  { code: '3303', name: '演示温州市', abbreviation: '温' },
  { code: '330381', name: '演示瑞安市', abbreviation: '瑞' },
];

const numerals = ['一', '二', '三', '四'];

function several(role: Role, name: string, count: number): FirstPerson[] {
  return numerals.slice(0, count).map((numeral, index) => ({
    account: `demo-${role}-${index + 1}`.toLowerCase(),
    name: `演示${name}${numeral}`,
    roles: [role],
  }));
}

/** Names say that they are none. */
const demonstrationPeople: readonly FirstPerson[] = [
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
  // Plays the replays, so that nobody who looks around finds their own link used up.
  { account: 'demo-rehearsal-1', name: '演示复盘操作员一', roles: ['systemAdministrator'] },
];

const administrators: readonly FirstPerson[] = [
  { account: 'system-administrator', name: '系统管理员', roles: ['systemAdministrator'] },
  { account: 'security-administrator', name: '安全管理员', roles: ['securityAdministrator'] },
  { account: 'audit-administrator', name: '审计管理员', roles: ['auditAdministrator'] },
];

/** `XC_DEMONSTRATION=0` makes a real installation, whose first site is named by `XC_SITE`, `XC_SITE_NAME` and `XC_SITE_ABBREVIATION`. */
export function beginningFrom(env: NodeJS.ProcessEnv): Beginning {
  if (env.XC_DEMONSTRATION !== '0') return { sites: demonstrationSites, people: demonstrationPeople };
  const { XC_SITE: code, XC_SITE_NAME: name, XC_SITE_ABBREVIATION: abbreviation } = env;
  if (!code || !name || !abbreviation)
    throw new Error('XC_DEMONSTRATION=0 needs XC_SITE, XC_SITE_NAME and XC_SITE_ABBREVIATION as well');
  return { sites: [{ code: SiteCode.parse(code), name, abbreviation }], people: administrators };
}
