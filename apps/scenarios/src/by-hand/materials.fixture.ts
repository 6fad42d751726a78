/** What the village is to supply (RA17-4): asked for before the team comes, and one of it handed in and received. */
import type { Hand } from './hand.fixture.js';
import { pictured } from './picture.fixture.js';
import { days, material, village } from './village.fixture.js';

type Parties = Readonly<Record<'leader' | 'liaison' | 'member', Hand>>;

export async function supplyMaterial({ leader, liaison, member }: Parties): Promise<void> {
  await leader.goTo('巡察');
  await leader.open(village);
  await leader.turnTo('材料');
  await leader.command('要求提供材料', { 提供期限: days(3) });
  await leader.says('待提供');
  await pictured(leader, 'materials');
  await liaison.goTo('我的整改');
  await liaison.open(material);
  await liaison.command('提供材料', { 纸质几份: '12' });
  await member.goTo('材料');
  await member.open(material);
  await member.command('签收');
  await pictured(member, 'material');
}
