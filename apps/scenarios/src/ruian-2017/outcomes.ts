import type { Fen } from '@xuncha/domain-kit';
import { chunks, split, type Chance } from '../chance.js';
import { scaled, type Figures } from '../figures.js';
import { target } from './figures.js';
import type { Draft } from './findings.js';
import type { Instalment, OutcomeKind } from './plan.types.js';
import { expressway, welfareHome } from './register.js';

/** What solving a finding brought, before it has a date. */
export interface Gain {
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly amount?: Fen;
  readonly instalment?: Instalment;
  readonly persons?: readonly string[];
}

/** Gains by the key of the finding they come from. */
export type Gains = ReadonlyMap<string, readonly Gain[]>;

/** Outcomes of the year: the published sums, the examples within them, and others that must not be counted. */
export function makeGains(drafts: readonly Draft[], figures: Figures, scale: number, chance: Chance): Gains {
  // An immediate item is settled before there is a case that could hold an outcome.
  const solved = drafts.filter((draft) => draft.fate === 'solved' && !draft.immediate);
  const poor = solved.filter((draft) => draft.visit.round.key === 'poverty');
  const townshipLed = solved.filter((draft) => draft.visit.round.ledBy === 'township');
  const county = solved.filter((draft) => draft.visit.round.ledBy === 'county');
  const gains = new GainBook(chance, scale);
  gains.systems(county, target(figures, 'systemsImproved'));
  gains.systems(townshipLed, target(figures, 'townshipLed.systems'));
  gains.money(poor, target(figures, 'poverty.lossRecoveredYuan') * 100);
  gains.accountable(poor, target(figures, 'poverty.personsHeldAccountable'));
  gains.jointExamples(solved.filter((draft) => draft.visit.round.joint));
  gains.besidesPoverty(
    county.filter((draft) => draft.visit.round.kind === 'routine'),
    solved,
  );
  return gains.byFinding;
}

class GainBook {
  readonly byFinding = new Map<string, Gain[]>();
  private persons = 0;

  constructor(
    private readonly chance: Chance,
    private readonly scale: number,
  ) {}

  private add(draft: Draft, gain: Gain) {
    const gains = this.byFinding.get(draft.key);
    if (gains) gains.push(gain);
    else this.byFinding.set(draft.key, [gain]);
  }

  /** One outcome is one system; a finding may bring several where there are few findings. */
  systems(from: readonly Draft[], count: number) {
    const order = this.chance.shuffled(from);
    for (let index = 0; index < count; index += 1) {
      const title = `《演示管理制度第${index + 1}号》`;
      this.add(order[index % order.length]!, { kind: 'systemImproved', title });
    }
  }

  /** Money recovered under poverty relief, the welfare home and the bookkeeper of the examples included. */
  money(from: readonly Draft[], total: Fen) {
    const home = ofOrganization(from, (draft) => draft.visit.organization.key === welfareHome);
    const village = ofOrganization(from, (draft) => draft.visit.organization.kind === 'village');
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

  /** Some persons are held accountable for two findings and count once (rules.md 17). */
  accountable(from: readonly Draft[], count: number) {
    const order = this.chance.shuffled(from);
    const persons = Array.from({ length: count }, () => this.person());
    const twice = persons.slice(0, Math.ceil(count / 12));
    [...chunks(persons, 2), ...chunks(twice, 1)].forEach((group, index) =>
      this.add(order[index % order.length]!, { kind: 'accountability', title: '问责', persons: group }),
    );
  }

  /** An enterprise deposits its money by three tenders; a manager returns a bonus. */
  jointExamples(from: readonly Draft[]) {
    const enterprise = ofOrganization(
      from,
      (draft) => draft.visit.organization.kind === 'stateOwnedEnterprise',
    );
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
    const road = ofOrganization(solved, (draft) => draft.visit.organization.key === expressway);
    this.add(road, { kind: 'accountability', title: '问责', persons: [this.person()] });
  }

  private person(): string {
    this.persons += 1;
    return `演示己${String(this.persons).padStart(3, '0')}`;
  }

  /** An example's yuan at the scale, in fen. */
  private example(yuan: number): Fen {
    return scaled(yuan, this.scale) * 100;
  }
}

function ofOrganization(drafts: readonly Draft[], fits: (draft: Draft) => boolean): Draft {
  const found = drafts.find(fits);
  if (!found) throw new Error('an example has no finding it could come from');
  return found;
}
