/** Administration by the three administrators, and everybody's own account: the pages and their handbook. */
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./administration-pages.js');
const audit = () => import('./audit-page.js');

export const administration: Stage = {
  title: '系统管理',
  icon: SafetyCertificateOutlined,
  pages: [
    {
      path: '/accounts',
      title: '账号',
      needs: 'listAccounts',
      load: part(module, 'AccountsPage'),
    },
    { path: '/accounts/$id', load: part(module, 'AccountPage') },
    {
      path: '/grants',
      title: '授权',
      needs: 'listGrants',
      load: part(module, 'GrantsPage'),
    },
    {
      path: '/recusals',
      title: '回避登记',
      needs: 'listRecusals',
      load: part(module, 'RecusalsPage'),
    },
    {
      path: '/administrator-changes',
      title: '管理员变更',
      needs: 'listAdministratorChanges',
      load: part(module, 'AdministratorChangesPage'),
    },
    {
      path: '/department-clients',
      title: '部门程序',
      needs: 'listDepartmentClients',
      load: part(module, 'DepartmentClientsPage'),
    },
    { path: '/department-clients/$id', load: part(module, 'DepartmentClientPage') },
    {
      path: '/refused-sign-ins',
      title: '被拒绝的登录',
      needs: 'listRefusedSignIns',
      load: part(module, 'RefusedPage'),
    },
    {
      path: '/audit',
      title: '审计',
      needs: 'listIdentityCheckpoints',
      load: part(audit, 'AuditPage'),
    },
    {
      path: '/sites',
      title: '站点',
      needs: 'listAdministratorChanges',
      load: part(module, 'SitePage'),
    },
    {
      path: '/operations',
      title: '运行',
      needs: 'listAdministratorChanges',
      load: part(module, 'OperationsPage'),
    },
    {
      path: '/me',
      load: part(module, 'MePage'),
    },
  ],
};
