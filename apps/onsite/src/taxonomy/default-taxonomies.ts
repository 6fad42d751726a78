import type { Edition } from './taxonomy.js';

const yes = [{ code: 'yes', title: '是' }];

/** What a new site begins with, by code; the office edits them from there. */
export const defaultTaxonomies: Readonly<Record<string, Edition>> = {
  threeProblems: {
    title: '三大问题',
    classes: [
      { code: 'leadershipWeakened', title: '党的领导弱化' },
      { code: 'partyBuildingLacking', title: '党的建设缺失' },
      { code: 'strictGovernanceSlack', title: '全面从严治党不力' },
    ],
  },
  sixDisciplines: {
    title: '六大纪律',
    classes: [
      { code: 'political', title: '政治纪律' },
      { code: 'organizational', title: '组织纪律' },
      { code: 'integrity', title: '廉洁纪律' },
      { code: 'masses', title: '群众纪律' },
      { code: 'work', title: '工作纪律' },
      { code: 'life', title: '生活纪律' },
    ],
  },
  violation: { title: '违纪违规', classes: yes },
  livelihood: { title: '民生', classes: yes },
  keyProject: { title: '重点工程', classes: yes },
};
