/** The pages of planning, in the order of the work. */
import { ScheduleOutlined } from '@ant-design/icons';
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./planning-pages.js');
const imports = () => import('./import-page.js');

export const planning: Stage = {
  title: '监督统筹',
  icon: ScheduleOutlined,
  pages: [
    {
      path: '/register',
      title: '登记册',
      needs: 'listOrganizations',
      load: part(module, 'RegisterPage'),
    },
    {
      path: '/register/import',
      load: part(imports, 'ImportPage'),
    },
    { path: '/register/$id', load: part(module, 'OrganizationPage') },
    {
      path: '/terms',
      title: '届次与全覆盖',
      needs: 'listTerms',
      load: part(module, 'TermsPage'),
    },
    { path: '/terms/$id', load: part(module, 'TermPage') },
    { path: '/terms/$id/organizations', load: part(module, 'CoveredPage') },
    {
      path: '/rounds',
      title: '轮次',
      needs: 'listRounds',
      load: part(module, 'RoundsPage'),
    },
    { path: '/rounds/$id', load: part(module, 'RoundPage') },
    {
      path: '/assignments',
      title: '任务',
      needs: 'listAssignments',
      load: part(module, 'AssignmentsPage'),
    },
    { path: '/assignments/$id', load: part(module, 'AssignmentPage') },
    {
      path: '/hearings',
      title: '听取汇报',
      needs: 'listHearings',
      load: part(module, 'HearingsPage'),
    },
    { path: '/hearings/$id', load: part(module, 'HearingPage') },
    {
      path: '/archive-files',
      title: '案卷',
      needs: 'listArchiveFiles',
      load: part(module, 'ArchiveFilesPage'),
    },
    { path: '/archive-files/$id', load: part(module, 'ArchiveFilePage') },
  ],
};
