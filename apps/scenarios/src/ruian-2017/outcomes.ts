import type { Fen } from '@xuncha/domain-kit';
import { split, type Chance } from '../chance.js';
import { scaled, target, type Figures } from '../figures.js';
import type { Draft } from '../year/draft.js';
import { firstThat, gainful, GainBook, type Gains } from '../year/gain.js';
import { expressway, welfareHome } from './register.js';

/** Outcomes of the year: the published sums, the examples within them, and others that must not be counted. */
export function makeGains(drafts: readonly Draft[], figures: Figures, scale: number, chance: Chance): Gains {
  const solved = gainful(drafts);
  const poor = solved.filter((draft) => draft.visit.round.key === 'poverty');
  const townshipLed = solved.filter((draft) => draft.visit.round.ledBy === 'township');
  const county = solved.filter((draft) => draft.visit.round.ledBy === 'county');
  const gains = new YearsGains(chance, scale);
  gains.systems(county, target(figures, 'systemsImproved'));
  gains.systems(townshipLed, target(figures, 'townshipLed.systems'));
  gains.money(poor, target(figures, 'poverty.lossRecoveredYuan') * 100);
  gains.accountable(poor, { persons: target(figures, 'poverty.personsHeldAccountable'), most: 2 });
  gains.jointExamples(solved.filter((draft) => draft.visit.round.joint));
  gains.besidesPoverty(
    county.filter((draft) => draft.visit.round.kind === 'routine'),
    solved,
  );
  return gains.byFinding;
}

class YearsGains extends GainBook {
  constructor(
    chance: Chance,
    private readonly scale: number,
  ) {
    super(chance);
  }

  /** Money recovered under poverty relief, the welfare home and the bookkeeper of the examples included. */
  money(from: readonly Draft[], total: Fen) {
    const home = firstThat(from, (draft) => draft.visit.organization.key === welfareHome);
    const village = firstThat(from, (draft) => draft.visit.organization.kind === 'village');
    const idle = this.example(389_700);
    const repaid = this.example(11_900);
    this.add(home, { kind: 'moneyRecovered', title: '上缴闲置资金', amount: idle });
    split(repaid, [1, 1, 1]).forEach((amount, index) =>
      this.add(village, {
        kind: 'moneyRecovered',
        title: `村报账员分期退款第${index + 1}期`,
        amount,
        instalment: { number: index + 1, of: 3, total: repaid },
      }),
    );
    const others = this.chance.shuffled(from).slice(0, scaled(14, this.scale));
    const weights = others.map(() => this.chance.between(1, 20));
    split(total - idle - repaid, weights).forEach((amount, index) =>
      this.add(others[index]!, { kind: 'moneyRecovered', title: '追回扶贫资金损失', amount }),
    );
  }

  /** An enterprise deposits its money by three tenders; a manager returns a bonus. */
  jointExamples(from: readonly Draft[]) {
    const enterprise = firstThat(from, (draft) => draft.visit.organization.kind === 'stateOwnedEnterprise');
    split(this.example(177_000_000), [1, 1, 1]).forEach((amount, index) =>
      this.add(enterprise, { kind: 'moneyDeposited', title: `第${index + 1}次竞争性存放`, amount }),
    );
    this.add(enterprise, { kind: 'incomeIncreased', title: '增加利息收入', amount: this.example(1_200_000) });
    this.add(enterprise, { kind: 'moneyRecovered', title: '公司经理退回奖金', amount: this.example(29_800) });
  }

  /** Outcomes of other rounds, no part of the figures on poverty relief; one official for the expressway. */
  besidesPoverty(routine: readonly Draft[], solved: readonly Draft[]) {
    routine.forEach((draft, index) => {
      if (index % 15 === 0)
        this.add(draft, {
          kind: 'moneyRecovered',
          title: '收回资金',
          amount: this.chance.between(500_00, 80_000_00),
        });
      if (index % 40 === 7) this.add(draft, { kind: 'contractResigned', title: '重新签订租赁合同' });
      if (index % 60 === 11)
        this.add(draft, { kind: 'accountability', title: '问责', persons: [this.person()] });
    });
    const road = firstThat(solved, (draft) => draft.visit.organization.key === expressway);
    this.add(road, { kind: 'accountability', title: '问责', persons: [this.person()] });
  }

  /** An example's yuan at the scale, in fen. */
  private example(yuan: number): Fen {
    return scaled(yuan, this.scale) * 100;
  }
}
