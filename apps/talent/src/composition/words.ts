/** Conditions in words for the office: one table of what they ask, one of what is counted. */
import type { Rank } from '@xuncha/contracts';
import { forces, ranks as rankWords, specialities } from '../roster/columns.js';
import type { Clash, Reason } from './clash.js';
import type { Trait } from './composition.js';
import type { Breach, Broken } from './price.js';

interface Kinded {
  readonly kind: string;
}
/** Those of a union that may be of a kind, also where they may be of others. */
type OfKind<T extends Kinded, Kind> = T extends unknown ? (Kind extends T['kind'] ? T : never) : never;
type Words<T extends Kinded> = { readonly [Kind in T['kind']]: (one: OfKind<T, Kind>) => string };

const counted: Words<Trait> = {
  speciality: ({ speciality }) => `${specialities.chinese[speciality]}人员`,
  ages: ({ from, to }) => {
    if (from === undefined) return `${to ?? ''}岁及以下人员`;
    return to === undefined ? `${from}岁及以上人员` : `${from}至${to}岁人员`;
  },
  ranks: ({ ranks }) => `${anyOf(ranks)}人员`,
  force: ({ force }) => `${forces.chinese[force]}人员`,
  woman: () => '女性',
  newcomer: () => '首次参加巡察的人员',
  oldHand: () => '有经验的人员',
};

const asked: Words<Broken> = {
  seatsAtLeast: ({ count }) => `不少于${count}人`,
  seatsAtMost: ({ count }) => `不超过${count}人`,
  leader: ({ ranks }) => `组长1名${from(ranks)}`,
  deputies: ({ least, most, ranks }) =>
    `副组长${least === most ? least : `${least}至${most}`}名${from(ranks)}`,
  atLeast: ({ of, count }) => `至少${count}名${inWords(counted, of)}`,
  atMost: ({ of, count }) => `至多${count}名${inWords(counted, of)}`,
  shareAtLeast: ({ of, percent }) => `${inWords(counted, of)}不少于${percent}%`,
  noOneTwice: () => '不派已巡察过同一单位的人',
  load: ({ days, daysAtMost }) => `本轮${days}天，每人全年在组不超过${daysAtMost}天`,
  recused: () => '不派须回避的人',
  oneTeamEach: () => '一人同时只在一个组',
};

/** `第一组、第二组各至少2名财务人员（共需4名，可派3名）`: a line for each reason, in the order of the conditions. */
export function clashInWords({ reasons }: Clash): string[] {
  return reasons.map((reason) => {
    const [condition] = reason.conditions;
    const teams = reason.conditions.flatMap((one) => ('team' in one ? [one.team] : []));
    const each = teams.length > 1 ? '各' : '';
    return `${teams.join('、')}${each}${inWords(asked, condition!)}${factsOf(reason)}`;
  });
}

/** `第三组至少2名财务人员（现有1名）` */
export function breachInWords({ broken, actual }: Breach): string {
  const team = 'team' in broken ? broken.team : '';
  const unit = broken.kind === 'shareAtLeast' ? '%' : '人';
  return `${team}${inWords(asked, broken)}（现有${actual}${unit}）`;
}

function factsOf({ needed, available, keptAway }: Reason): string {
  if (keptAway !== undefined) return `（因此不能派的有${keptAway}人）`;
  if (available === undefined) return '';
  return needed === undefined ? `（可派${available}人）` : `（共需${needed}人，可派${available}人）`;
}

const anyOf = (ranks: readonly Rank[]): string => ranks.map((rank) => rankWords.chinese[rank]).join('或');
const from = (ranks: readonly Rank[]): string => (ranks.length === 0 ? '' : `，须为${anyOf(ranks)}`);

function inWords<T extends Kinded>(words: Words<T>, one: T): string {
  return (words[one.kind as T['kind']] as (one: T) => string)(one);
}
