/** Who may do what, read off the contracts: a line for each of them that a person can reach, with the roles whose permission it asks for. */
import { roleMay, roleNames, type Role } from '../access/roles.js';
import {
  allContracts,
  type CommandContract,
  type Contract,
  type EventContract,
  type FileContract,
} from '../kit/builders.js';
import { clockContracts } from '../kit/clock.js';
import { services } from './services.js';

/** Asked without a permission, and why that may be: everything else has one. */
export const needNoPermission: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(clockContracts).map(({ name }) => [name, '只说时刻，任何登录者可问'])),
  'planning.form.sample': '公文样张，填的是虚构的内容',
  'identity.site.current': '只说登录者自己的站点',
  'identity.session.me': '只说登录者本人',
  'identity.account.names': '只把已知的账号换成姓名，本站点任何登录者可问',
  'identity.session.open': '登录之前没有身份',
  'identity.session.renew': '凭本人的续期密钥',
  'identity.session.signOut': '只结束登录者本人的会话',
  'identity.session.own': '只说登录者本人的会话',
  'identity.session.ownRefused': '只说登录者本人被拒绝的登录',
  'identity.session.end': '只结束登录者本人的会话',
  'identity.session.endOwn': '只结束登录者本人的会话',
  'identity.draft.keep': '只保存登录者本人所写，且须有所填表单的权限',
  'identity.draft.discard': '只销毁登录者本人的草稿',
  'identity.draft.read': '只给登录者本人所写',
  'identity.draft.list': '只列登录者本人的草稿',
  'identity.account.setUp': '凭一次性设置码，设置之前没有身份',
  'identity.account.beginSecondFactor': '凭本人的口令，设置之前没有身份',
  'identity.account.finishSecondFactor': '凭本人的口令，设置之前没有身份',
  'identity.account.changePassword': '只改登录者本人的口令，须给出原口令',
  'identity.tokenRequest.token': '凭程序自己的密钥签名，之前没有身份',
  'identity.session.access': '只说登录者本人；没有地址，只供网关',
  'onsite.clue.content': '服务之间，以收件服务的公钥加密；没有地址',
  'clues.clue.package': '服务之间，以上级站点的公钥加密；没有地址',
};

const kinds = { command: '命令', query: '查询', up: '上传', down: '下载', package: '打包下载' } as const;
type Reachable = Exclude<Contract, EventContract>;

export interface Line {
  readonly service: string;
  readonly contract: string;
  readonly kind: (typeof kinds)[keyof typeof kinds];
  readonly summary: string;
  /** Empty where only services reach it. */
  readonly route: string;
  /** Empty where none is needed. */
  readonly permission: string;
  /** Empty where nothing is shown. */
  readonly classification: string;
  readonly roles: readonly Role[];
}

/** In the order of services, then of contracts; with a role, what that role may. */
export function permissionMatrix(role?: Role): Line[] {
  const order = Object.keys(services);
  return allContracts()
    .filter((contract) => contract.kind !== 'event')
    .map(lineOf)
    .filter(({ roles, permission }) => !role || permission === '' || roles.includes(role))
    .toSorted((one, other) => order.indexOf(one.service) - order.indexOf(other.service));
}

function lineOf(contract: Reachable): Line {
  const { service, name, summary } = contract;
  const { permission } = contract as FileContract | CommandContract;
  const route = contract.route ? `${contract.route.method} ${contract.route.path}` : '';
  const classification = 'classification' in contract ? contract.classification : '';
  const roles = permission ? roleNames.filter((role) => roleMay(role, permission)) : [];
  return {
    service,
    contract: name,
    kind: kinds[contract.kind === 'file' ? contract.direction : contract.kind],
    summary,
    route,
    permission: permission ?? '',
    classification,
    roles,
  };
}

/** As a page that a security administrator can read; committed, so that a change of rights is seen in review. */
export function permissionPage(): string {
  const lines = permissionMatrix();
  const chapters = Object.entries(services).map(([service, title]) => {
    const own = lines.filter((line) => line.service === service);
    return own.length === 0 ? '' : `## ${title}\n\n${tableOf(own)}`;
  });
  return `${[opening, ...chapters.filter((text) => text !== '')].join('\n\n')}\n`;
}

const opening = `# 权限表

由契约生成，\`npm run contracts\` 重写；\`npm run permissions -- --role office\` 只列一种角色。授予的角色可限于一个单位或一个巡察组，
回避高于一切角色；二者均由持有记录的服务按自己的投影检查。没有权限的各行写明理由。`;

function tableOf(lines: readonly Line[]): string {
  const cells = lines.map((line) => [
    line.summary,
    line.contract,
    line.route === '' ? '—' : `\`${line.route}\``,
    line.permission === '' ? '—' : line.permission,
    line.classification,
    line.permission === '' ? (needNoPermission[line.contract] ?? '') : line.roles.join('、'),
  ]);
  const heads = ['内容', '契约', '地址', '权限', '密级', '角色'];
  return [heads, heads.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
