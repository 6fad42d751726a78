/** 巡察全覆盖情况表, of the coverage as its reader is shown it. */
import type { OrganizationKind, Out, readCoverage } from '@xuncha/contracts';
import { dayInWords, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';

const kinds: Readonly<Record<OrganizationKind, string>> = {
  city: '市',
  county: '县（市、区）',
  township: '乡镇（街道）',
  village: '村（社区）',
  municipalUnit: '市直单位',
  budgetUnit: '预算单位',
  grassrootsStation: '基层站所',
  keyProject: '重点工程',
  stateOwnedEnterprise: '国有企业',
  zone: '功能区',
};
interface Share {
  readonly organizations: number;
  readonly inspected: number;
  readonly percent: number | null;
}
const rateOf = (percent: number | null) => (percent === null ? '' : `${percent}%`);
const shareOf = ({ organizations, inspected, percent }: Share) => ({
  在册: String(organizations),
  已巡: String(inspected),
  比率: rateOf(percent),
});

export function coverageTableOf(
  { day, kinds: byKind, places, ...whole }: Out<typeof readCoverage>,
  term: string,
  { known }: Pick<Names, 'known'>,
): typeof forms.coverageTable.example {
  return {
    届次: term,
    截至日期: dayInWords(day),
    在册数: String(whole.organizations),
    已巡数: String(whole.inspected),
    覆盖率: rateOf(whole.percent),
    类别: byKind.map(({ kind, ...share }) => ({ 名称: kinds[kind], ...shareOf(share) })),
    // A place that the reader may not know is left out.
    地方: places.flatMap(({ parentId, kind, ...share }) => {
      const place = known(parentId);
      return place === undefined ? [] : [{ 地方名称: place, 类别名称: kinds[kind], ...shareOf(share) }];
    }),
  };
}
