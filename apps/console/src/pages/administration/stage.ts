/** Administration by the three administrators, and everybody's own account: the pages and their handbook. */
import { part, type Stage } from '../../app/stage.js';

const module = () => import('./administration-pages.js');
const audit = () => import('./audit-page.js');

export const administration: Stage = {
  title: '系统管理',
  pages: [
    {
      path: '/accounts',
      title: '账号',
      needs: 'listAccounts',
      load: part(module, 'AccountsPage'),
      help: {
        title: '账号',
        steps: [
          '安全管理员点“建立账号”，填登录账号和姓名。建好后弹出设置码，只显示这一次：打印出来当面交给本人。',
          '本人凭设置码自己设口令，管理员不知道口令。三员和保管员还要设身份验证器。',
          '忘了口令、丢了手机：打开这个账号，点“重发设置码”，原口令和身份验证器随即作废。',
          '人调走了，点“停用账号”，立即生效，不能恢复。账号本身没有任何权限，角色在“授权”里给。',
          '三员的账号要重置、停用，到“管理员变更”里由两名管理员办理。',
        ],
      },
    },
    { path: '/accounts/$id', load: part(module, 'AccountPage') },
    {
      path: '/grants',
      title: '授权',
      needs: 'listGrants',
      load: part(module, 'GrantsPage'),
      help: {
        title: '授权',
        steps: [
          '安全管理员点“授予角色”，选人和角色。党组织负责人、联络员和接收机关承办人必须限于一个党组织。',
          '您看不到登记册：请巡察办打开该党组织的页面，把浏览器地址发来，粘贴到“只限一个党组织”里。',
          '临时的授权填上失效日，到期自动失效。',
          '组长、副组长、组员、联络员由巡察组的授权自动给，本轮结束自动收回，一般不在这里给。',
          '点“收回角色”立即生效。三员由两名管理员任免，见“管理员变更”。',
        ],
      },
    },
    {
      path: '/recusals',
      title: '回避登记',
      needs: 'listRecusals',
      load: part(module, 'RecusalsPage'),
      help: {
        title: '回避登记',
        steps: [
          '某人不得接触某党组织的，点“声明回避”：选人，粘贴该党组织页面的地址，写理由。立即生效，高于一切角色。',
          '情形消除的，点“解除回避”，写理由。',
          '巡察组成员的回避由系统按档案自动核对，不用在这里登记。',
        ],
      },
    },
    {
      path: '/administrator-changes',
      title: '管理员变更',
      needs: 'listAdministratorChanges',
      load: part(module, 'AdministratorChangesPage'),
      help: {
        title: '管理员变更',
        steps: [
          '任命、免去、停用、重置一名管理员，都要两个人：一名提出，另一类管理员确认。涉及谁，谁不能决定。',
          '七天内不确认自动失效，可以重新提出。提错了，提出人点“撤回”。',
          '确认重置或开设站点后，会弹出设置码，只显示这一次，打印出来当面交给本人。',
        ],
      },
    },
    {
      path: '/department-clients',
      title: '部门程序',
      needs: 'listDepartmentClients',
      load: part(module, 'DepartmentClientsPage'),
      help: {
        title: '部门程序',
        steps: [
          '接收机关的业务系统要自动签收移交、反馈结果的，在这里登记它的公钥和权限范围。',
          '登记后不能马上用：请对方用电话或书面告知公钥指纹，一致才点“启用”，以防有人换了公钥。',
          '换密钥：先“登记公钥”加新的，对方换好后再停用旧的。',
          '有疑问先“暂停”，立即生效；不再使用的“终止”，不能恢复。',
        ],
      },
    },
    { path: '/department-clients/$id', load: part(module, 'DepartmentClientPage') },
    {
      path: '/refused-sign-ins',
      title: '被拒绝的登录',
      needs: 'listRefusedSignIns',
      load: part(module, 'RefusedPage'),
      help: {
        title: '被拒绝的登录',
        steps: [
          '登录失败按账号、原因和小时合计在这里。偶尔输错口令是正常的。',
          '同一账号次数很多、来自陌生地址的，先电话问本人；不是本人的，重发设置码并结束其全部会话。',
        ],
      },
    },
    {
      path: '/audit',
      title: '审计',
      needs: 'listIdentityCheckpoints',
      load: part(audit, 'AuditPage'),
      help: {
        title: '审计',
        steps: [
          '先选服务，再选“操作记录”“查看记录”或“检查点”。',
          '按人、事项、记录编号、结果、时间筛选后点“查询”；点一行的记录编号，只看这条记录上发生的事。',
          '这里只有谁做了什么，没有记录的内容；三员都看不到业务内容。',
          '检查点请定期下载，存在系统之外：日后能证明前面的记录没有被改过。',
        ],
      },
    },
    {
      path: '/sites',
      title: '站点',
      needs: 'listAdministratorChanges',
      load: part(module, 'SitePage'),
      help: {
        title: '站点',
        steps: [
          '演练站点用来培训和推演，系统管理员可直接开设，定好起始时刻，之后点“推进时钟”。时钟只能往前。',
          '正式站点要两名管理员：系统管理员点“提出开设站点”，另一类管理员到“管理员变更”确认。',
          '开设时一并建立三名管理员，三张设置码分别交给三个人。',
        ],
      },
    },
    {
      path: '/operations',
      title: '运行',
      needs: 'listAdministratorChanges',
      load: part(module, 'OperationsPage'),
      help: {
        title: '运行',
        steps: [
          '最上面一条是蓝色、写着“各服务都在运行”，就是正常的。变红了，看写的是哪个服务。',
          '“待发布”“待处理”一直增加，说明消息积压；记录不会丢，恢复后会自动补上。',
          '“出错搁置”不为零，请把该服务的日志交给开发人员。',
        ],
      },
    },
    {
      path: '/me',
      load: part(module, 'MePage'),
      help: {
        title: '我的账号',
        steps: [
          '这里看自己有哪些角色，改口令，设身份验证器，看自己在哪里登录过。',
          '“没有提交的草稿”：填了一半的表单，在哪台电脑上登录都能打开同一个表单接着写；不要了的点“弃用草稿”。',
          '有不认得的登录，点“结束会话”，马上改口令，并告诉安全管理员。',
          '“被拒绝的登录”里有很多次不是您自己输错的，也请告诉安全管理员。',
        ],
      },
    },
  ],
};
