/** The pages of work on site, as the menu lists them. */
import { FileSearchOutlined } from '@ant-design/icons';
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./onsite-pages.js');
const importing = () => import('./import-papers-page.js');
const classes = () => import('./taxonomies-page.js');
const writing = () => import('./writing-pages.js');

export const onsite: Stage = {
  title: '进驻与问题',
  icon: FileSearchOutlined,
  pages: [
    {
      path: '/inspections',
      title: '巡察',
      needs: 'listInspections',
      load: part(module, 'InspectionsPage'),
    },
    { path: '/inspections/$id', load: part(module, 'InspectionPage') },
    { path: '/inspections/$id/import', load: part(importing, 'ImportPapersPage') },
    { path: '/inspections/$id/paper', load: part(writing, 'NewPaperPage') },
    { path: '/inspections/$id/report', load: part(writing, 'SubmitReportPage') },
    {
      path: '/materials',
      title: '材料',
      needs: 'listMaterials',
      load: part(module, 'MaterialsPage'),
    },
    { path: '/materials/$id', load: part(module, 'MaterialPage') },
    {
      path: '/activities',
      title: '现场日志',
      needs: 'listActivities',
      load: part(module, 'ActivitiesPage'),
    },
    { path: '/activities/$id', load: part(module, 'ActivityPage') },
    {
      path: '/petitions',
      title: '信访件',
      needs: 'listPetitions',
      load: part(module, 'PetitionsPage'),
    },
    { path: '/petitions/$id', load: part(module, 'PetitionPage') },
    {
      path: '/papers',
      title: '底稿',
      needs: 'listPapers',
      load: part(module, 'PapersPage'),
    },
    { path: '/papers/$id', load: part(writing, 'PaperPage') },
    {
      path: '/findings',
      title: '问题台账',
      needs: 'listFindings',
      load: part(module, 'FindingsPage'),
    },
    { path: '/findings/$id', load: part(module, 'FindingPage') },
    {
      path: '/reports',
      title: '报告',
      needs: 'listReportPackages',
      load: part(module, 'ReportsPage'),
    },
    { path: '/reports/$id', load: part(module, 'ReportPage') },
    { path: '/reports/$id/edit', load: part(writing, 'ResubmitReportPage') },
    { path: '/reports/$id/decide', load: part(writing, 'DecidePage') },
    {
      path: '/feedback',
      title: '反馈',
      needs: 'listFeedback',
      load: part(module, 'FeedbacksPage'),
    },
    { path: '/feedback/$id', load: part(module, 'FeedbackPage') },
    {
      path: '/raised-clues',
      title: '已提线索',
      needs: 'listRaisedClues',
      load: part(module, 'RaisedCluesPage'),
    },
    {
      path: '/taxonomies',
      title: '问题分类',
      needs: 'listTaxonomies',
      load: part(classes, 'TaxonomiesPage'),
    },
  ],
};
