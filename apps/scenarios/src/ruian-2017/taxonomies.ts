import type { Taxonomy } from './plan.types.js';

const yes = [{ code: 'yes', name: '是' }];

/** Classifications of findings, several at once (RA17-13). */
export const taxonomies = [
  {
    code: 'threeProblems',
    name: '三大问题',
    version: 1,
    classes: [
      { code: 'leadershipWeakened', name: '党的领导弱化' },
      { code: 'partyBuildingLacking', name: '党的建设缺失' },
      { code: 'strictGovernanceSlack', name: '全面从严治党不力' },
    ],
  },
  {
    code: 'sixDisciplines',
    name: '六大纪律',
    version: 1,
    classes: [
      { code: 'political', name: '政治纪律' },
      { code: 'organizational', name: '组织纪律' },
      { code: 'integrity', name: '廉洁纪律' },
      { code: 'masses', name: '群众纪律' },
      { code: 'work', name: '工作纪律' },
      { code: 'life', name: '生活纪律' },
    ],
  },
  { code: 'violation', name: '违纪违规', version: 1, classes: yes },
  { code: 'livelihood', name: '民生', version: 1, classes: yes },
  { code: 'keyProject', name: '重点工程', version: 1, classes: yes },
] as const satisfies readonly Taxonomy[];

export const violation = 'violation:yes';
export const livelihood = 'livelihood:yes';
export const keyProject = 'keyProject:yes';

const [threeProblems, sixDisciplines] = taxonomies;
export const problemClasses = threeProblems.classes.map(({ code }) => `threeProblems:${code}`);
export const disciplineClasses = sixDisciplines.classes.map(({ code }) => `sixDisciplines:${code}`);
