// One inspection of one village from plan to close-out, with the clue found there: ten people of the demonstration, the keyboard, and no
// manual but the page.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileAway, proven } from './archive.fixture.js';
import { answer, conclude, handOver } from './clue.fixture.js';
import type { Hand } from './hand.fixture.js';
import { supplyMaterial } from './materials.fixture.js';
import { Newcomers } from './newcomers.fixture.js';
import { pictured } from './picture.fixture.js';
import {
  authority,
  days,
  finding,
  furtherRoles,
  paper,
  people,
  register,
  round,
  team,
  village,
} from './village.fixture.js';

const newcomers = new Newcomers();
let office: Hand;
let leadingGroup: Hand;
let security: Hand;
let leader: Hand;
let deputy: Hand;
let member: Hand;
let head: Hand;
let liaison: Hand;
let custodian: Hand;

beforeAll(async () => {
  await newcomers.open();
  office = await newcomers.comeIn('office');
  leadingGroup = await newcomers.comeIn('leadingGroup');
  security = await newcomers.comeIn('securityAdministrator');
  leader = await newcomers.comeIn('leader');
  deputy = await newcomers.comeIn('deputy');
  member = await newcomers.comeIn('member');
  head = await newcomers.comeIn('organizationHead');
  liaison = await newcomers.comeIn('organizationLiaison');
  custodian = await newcomers.comeIn('clueCustodian');
}, 300_000);
afterAll(() => newcomers.close());

test('the register is imported, and the village has its head and its liaison', async () => {
  await office.goTo('登记册');
  await office.open('从文件导入');
  await office.upload('选择文件', register);
  await office.says('导入完成：新登记 4 个组织');
  await pictured(office, 'register');
  // Administrators see nothing of the register but names (rules.md 15).
  await security.goTo('授权');
  for (const [person, role, organization] of [
    ['演示党组织负责人一', '党组织主要负责人', village],
    ['演示党组织联络员一', '党组织联络员', village],
    ['演示机关承办人一', '接收机关承办人', authority],
  ] as const)
    await security.command('授予角色', { 授予谁: person, 角色: role, 只限一个党组织: organization });
  await security.says(authority);
  await expect.poll(() => security.text()).toContain(village);
});

test('a term is approved, and people stand in the pool', async () => {
  await office.goTo('届次与全覆盖');
  await office.command('提出届次', { 名称: '演示届', 首日: days(-30) });
  await leadingGroup.goTo('届次与全覆盖');
  await leadingGroup.open('演示届');
  await leadingGroup.command('批准');
  for (const [index, person] of people.entries()) {
    await office.goTo('人才库');
    await office.command('登记人员', {
      编号: `P00${index + 1}`,
      姓名: person,
      力量: '专职',
      性别: index % 2 === 0 ? '女' : '男',
      出生日期: '1985-05-01',
      入党日期: '2008-07-01',
      账号: person,
      '单位名称（登记册中没有的）': '演示市委办公室',
      职级: index === 0 ? '正科' : '副科',
    });
    await office.command('入库');
  }
  await pictured(office, 'inspector');
  await expect.poll(() => office.heading()).toContain('在库');
});

test('a round is drafted, approved, and a team is authorized for it', async () => {
  await office.goTo('轮次');
  await office.command('起草轮次', {
    届次: '演示届',
    名称: round,
    种类: '常规',
    方式: ['综合'],
    派出层级: '县（市、区）',
    批次: [{ 计划进驻: days(0), 计划离开: days(30) }],
    监督期起: days(-700),
  });
  await office.command('报请批准');
  await leadingGroup.goTo('轮次');
  await leadingGroup.open(round);
  await leadingGroup.command('批准', { 制度版本: '2024 年修订条例' });
  await office.command('开始组建');
  await office.command('安排任务', {
    第几批: '1',
    番号: team,
    '被巡察党组织（一个组可以承担两家或更多）': [village],
  });
  await office.command('提出巡察组', {
    番号: team,
    组员: [
      { 人员: '演示组长一', 角色: '组长' },
      { 人员: '演示副组长一', 角色: '副组长' },
      { 人员: '演示组员一', 角色: '组员' },
      { 人员: '演示组员二', 角色: '组员' },
      { 人员: '演示组员三', 角色: '组员' },
    ],
  });
  await office.command('审核回避');
  await leadingGroup.goTo('巡察组');
  await leadingGroup.open(team);
  await leadingGroup.command('授权');
  await office.goTo('轮次');
  await office.open(round);
  await office.command('下达任务');
  await pictured(office, 'round');
  await expect.poll(() => office.text()).toContain('已下达');
});

test('the village is asked for ten materials before the team comes, hands one in, and has its receipt', async () => {
  await supplyMaterial({ leader, liaison, member });
  await expect.poll(() => member.heading()).toContain('已签收');
});

test('the team enters, talks, writes a paper that three sign, and confirms a finding', async () => {
  await leader.goTo('巡察');
  await leader.open(village);
  await leader.command('进驻');
  await leader.command('进入了解');
  await pictured(leader, 'inspection');
  await member.goTo('现场日志');
  await member.press('写今天的日志');
  await member.write({ '第 1 次：做了什么': '走访第三村民小组，了解工程款发放' }, '存入日志', '已存入 1 条');
  await member.goTo('巡察');
  await member.open(village);
  await member.press('起草底稿');
  await member.write(paper, '提交审核', '底稿已提交');
  await pictured(member, 'paper');
  for (const [hand, word] of [
    [deputy, '审核通过'],
    [leader, '签批'],
  ] as const) {
    await hand.goTo('底稿');
    await hand.open(finding);
    await hand.command(word);
  }
  await leader.command('确认问题', {
    依据条款: '《中国共产党巡视工作条例》第十五条',
    分类: ['违纪违规', '政治纪律'],
    涉及金额: '86000',
    五见要素: {
      见人: [{ 名称: '演示丙二', 职务: '村党组织书记' }],
      见事: '三笔工程款支付未经集体研究',
      见单位: village,
      '见结果：处理建议': '补开会议，健全制度',
      '见责任：问责建议': '提醒谈话',
    },
  });
  await pictured(leader, 'finding');
  await expect.poll(() => leader.heading()).toContain('已确认');
});

test('what is suspected of a person goes to the organ by three approvals, and comes back with what became of it', async () => {
  await office.goTo('线索分流表');
  await office.command('修改分流表', {
    分流表: [{ 性质: '违纪', 管理权限: '县管', 接收机关: authority, 种类: '纪检机关' }],
  });
  await handOver({ leader, office, leadingGroup, custodian });
  // By now a custodian, who needs a second factor.
  await answer(await newcomers.comeIn('organCustodian'));
  await conclude(custodian);
  await pictured(custodian, 'clue');
  await expect.poll(() => custodian.heading()).toContain('已办结');
});

test('the report is heard, decided and fed back, and the head signs', async () => {
  await leader.goTo('巡察');
  await leader.open(village);
  await leader.command('离开');
  await leader.command('开始起草报告');
  await leader.turnTo('报告');
  await leader.press('报送两报告一清单');
  await leader.write(
    { 巡察报告: '关于演示甲村的巡察报告。', 领导班子评价报告: '班子总体较好。' },
    '报送巡察办',
    '已报送',
  );
  await office.goTo('报告');
  await office.open(village);
  await office.command('审核通过');
  await office.goTo('听取汇报');
  await office.command('记录会议', { 会议: '五人小组', 轮次: [round], 决定: ['同意报告，逐一研究处置'] });
  await office.goTo('报告');
  await office.open(village);
  await office.command('记为已听取', { 会议: days(0) });
  await leadingGroup.goTo('报告');
  await leadingGroup.open(village);
  await leadingGroup.press('逐一决定处置');
  await leadingGroup.press('其余都定为整改');
  await leadingGroup.tick('线索移交');
  await pictured(leadingGroup, 'decision');
  await leadingGroup.write({}, '提交全部 1 个问题的决定', '处置已决定');
  await leader.goTo('巡察');
  await leader.open(village);
  await leader.turnTo('反馈');
  await leader.command('拟定反馈', { 反馈意见: '请对照问题清单逐项整改。' });
  await leader.command('当面反馈');
  await head.goTo('我的整改');
  await head.open('去签收');
  await head.command('签收');
  await pictured(head, 'feedback');
  await expect.poll(() => head.heading()).toContain('已签收');
});

test('the village plans, the office accepts, the item is closed out on evidence', async () => {
  await liaison.goTo('我的整改');
  await liaison.open('去拟定');
  await liaison.write(
    { 整改措施: '补开会议，追认三笔支付，制定支付制度', 责任人: '演示丙二', 整改期限: days(30) },
    '保存方案',
    '方案已保存',
  );
  await pictured(liaison, 'plan');
  await head.goTo('我的整改');
  await head.open('去签字');
  await head.command('签字报送');
  await office.goTo('整改台账');
  await office.open(village);
  await office.command('认可方案');
  await liaison.goTo('我的整改');
  await liaison.open(finding);
  await liaison.command('开始整改');
  await liaison.command('报请销号', {
    佐证材料: [{ 标题: '补开会议的会议记录', 原件存放处: '村档案室' }],
    结果: {
      人员: '演示丙二',
      事项: '三笔支付已经集体追认',
      单位: village,
      结果: '已制定支付制度',
      责任: '已提醒谈话',
    },
  });
  await office.goTo('整改事项');
  await office.open(finding);
  await office.command('销号');
  await pictured(office, 'item');
  await expect.poll(() => office.heading()).toContain('已销号');
});

test('both reports are signed, three bodies agree, and everything is closed', async () => {
  await liaison.goTo('我的整改');
  await liaison.open('去办');
  await liaison.command('拟定整改报告', { 正文: '演示甲村整改情况报告。' });
  await head.goTo('我的整改');
  await head.open('去办');
  await head.command('签字');
  await head.command('报送本人报告', { 正文: '主要负责人整改情况报告。' });
  await office.goTo('整改台账');
  await office.open(village);
  for (const body of ['巡察办', '纪检监察机关', '组织部门'])
    await office.command('记录联审意见', { 审核单位: body, 意见: '同意', 代表该单位的人: '演示乙一' });
  await office.command('评估质效', { 得分: '92', 等次: '好' });
  await office.command('结束整改');
  await pictured(office, 'case');
  await office.goTo('巡察');
  await office.open(village);
  await office.command('归档');
  await office.goTo('轮次');
  await office.open(round);
  await office.command('结束轮次');
  await pictured(office, 'closed');
  await expect.poll(() => office.heading()).toContain('已结束');
});

test('what was signed is catalogued and closed; its package is proven without the system, and handed over', async () => {
  await fileAway(office);
  await expect.poll(() => office.heading()).toContain('已整理');
  expect(await proven(office)).toMatch(/ 8 documents, 24 pages: whole$/);
  await office.command('登记移交', { 接收机构: '演示档案馆', 回执编号: '移交1号' });
  await pictured(office, 'archive');
  await expect.poll(() => office.heading()).toContain('已移交');
});

test('no form had a fault, nor has any page of anybody, on a wide screen and on a phone (ui.md, Budgets)', async () => {
  for (const role of furtherRoles) await newcomers.comeIn(role);
  expect(await newcomers.faults()).toEqual([]);
}, 1_200_000);
