/** A clue on its way: from the leader who raises it to the organ that says what became of it. */
import type { Hand } from './hand.fixture.js';
import { finding, village } from './village.fixture.js';

type Parties = Readonly<Record<'leader' | 'office' | 'leadingGroup' | 'custodian', Hand>>;

/** Raised, judged by the custodian, approved by three people, delivered. */
export async function handOver({ leader, office, leadingGroup, custodian }: Parties): Promise<void> {
  const person = { 名称: '演示丙二', 职务: '村党组织书记', 管理权限: '县管' };
  await leader.goTo('巡察');
  await leader.open(village);
  await leader.turnTo('线索');
  await leader.command('提出线索', {
    问题: finding,
    性质: '违纪',
    内容: { 事项: '三笔付款的收款人是其亲属', 来源: '记账凭证', 人员: [person] },
  });
  await custodian.goTo('问题线索');
  await custodian.openFirst();
  await custodian.unseal('研判线索');
  await custodian.command('研判');
  await custodian.goTo('线索移交');
  await custodian.open('起草移交');
  await custodian.command('起草移交');
  for (const [hand, word] of [
    [leader, '组长同意'],
    [office, '巡察办同意'],
    [leadingGroup, '批准移交'],
  ] as const) {
    await hand.goTo('线索移交');
    await hand.openFirst();
    await hand.command(word, { 意见: '同意' });
  }
  await custodian.goTo('线索移交');
  await custodian.openFirst();
  await custodian.command('送达');
}

export async function conclude(custodian: Hand): Promise<void> {
  await custodian.goTo('问题线索');
  await custodian.openFirst();
  await custodian.command('办结线索');
}

/** Of the organ that receives it. */
export async function answer(organ: Hand): Promise<void> {
  await organ.goTo('签收台');
  await organ.command('签收');
  await organ.goTo('问题线索');
  await organ.openFirst();
  await organ.command('提出处置', { 处置方式: '初步核实' });
  await organ.command('记录结果', {
    种类: '党纪政务处分',
    形态: '2',
    人员: [{ 名称: '演示丙二' }],
  });
}
