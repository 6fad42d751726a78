/** The first three things to do, for whoever has just been given a role. */
export interface FirstStep {
  readonly text: string;
  readonly says: string;
  readonly to: string;
}

const inspectors: readonly FirstStep[] = [
  { text: '打开我的巡察', says: '看被巡察的是哪家、批次和组员。', to: '/inspections' },
  { text: '记录活动', says: '在巡察页面点“记录活动”：谈话、走访、座谈，当天记。', to: '/inspections' },
  { text: '起草底稿', says: '一事一稿，附上佐证；起草后由副组长审核、组长签批。', to: '/papers' },
];
const organizations: readonly FirstStep[] = [
  { text: '签收反馈意见', says: '由主要负责人签收，整改的期限从这天算起。', to: '/feedback' },
  {
    text: '拟定整改方案',
    says: '打开这次整改，每个问题至少写一项措施、一个责任人、一个期限。',
    to: '/cases',
  },
  { text: '逐项整改、报请销号', says: '做完一项，附上照片、凭证或文件，点“报请销号”。', to: '/items' },
];

export const firstSteps: Readonly<Record<string, readonly FirstStep[]>> = {
  office: [
    {
      text: '导入登记册',
      says: '用 Excel 一次登记全部被巡察党组织；有错的行会全部列出来。',
      to: '/register/import',
    },
    { text: '提出届次', says: '填写本届第一天，领导小组批准后开始算覆盖率。', to: '/terms' },
    { text: '起草第一轮', says: '填写种类、方式、批次和监督期，报领导小组批准。', to: '/rounds' },
  ],
  leadingGroup: [
    { text: '批准轮次', says: '打开待批准的轮次，看方案，选定制度版本。', to: '/rounds?state=submitted' },
    { text: '授权巡察组', says: '看组长、组员和回避审核的结果。', to: '/teams?state=checked' },
    { text: '看驾驶舱', says: '每个数字都能点开，看到它数的每一条记录。', to: '/cockpit' },
  ],
  leader: inspectors,
  deputy: inspectors,
  member: inspectors,
  liaison: inspectors,
  petitionCustodian: [
    { text: '登记信访件', says: '收到时编号；内容与反映人加密保存。', to: '/petitions' },
    {
      text: '筛查、交办',
      says: '属于巡察受理范围的交组员核实，其余转责任单位。',
      to: '/petitions?state=received',
    },
    { text: '答复', says: '署名的当面或书面答复，未署名的凭码领取。', to: '/petitions?state=verified' },
  ],
  clueCustodian: [
    { text: '研判线索', says: '定性质，列人员，查管理权限。', to: '/clues?state=raised' },
    { text: '起草移交', says: '一批线索送一个机关，由三方审批。', to: '/transfers' },
    { text: '送达、跟踪', says: '批准后发函，到期没有签收会自动提醒。', to: '/transfers?state=approved' },
  ],
  organCustodian: [
    { text: '签收移交', says: '签收一次为限，之后可以查看线索内容。', to: '/transfers?state=delivered' },
    { text: '提出处置', says: '谈话函询、初步核实、暂存待查或予以了结。', to: '/clues?state=received' },
    { text: '记录结果', says: '立案、处分、组织处理等，逐人记录。', to: '/clues?state=disposed' },
  ],
  organizationHead: organizations,
  organizationLiaison: organizations,
  organizationDepartment: [
    {
      text: '答复抽调函',
      says: '填写所在单位和组织部门的意见；不同意要写理由。',
      to: '/call-ups?state=requested',
    },
  ],
  observer: [
    { text: '看驾驶舱', says: '每个数字都能点开，看到它数的每一条记录。', to: '/cockpit' },
    { text: '看全覆盖', says: '打开本届，看各地各类的覆盖率。', to: '/terms' },
    { text: '看各轮巡察', says: '每一轮的种类、批次和进展。', to: '/rounds' },
  ],
};
