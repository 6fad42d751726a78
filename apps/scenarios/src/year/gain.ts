/** What solving findings brings, before it has days; dealt to the findings it comes from. */
import type { Fen } from '@xuncha/domain-kit';
import { chunks, split, type Chance } from '../chance.js';
import type { Draft } from './draft.js';
import type { Instalment, Key, OutcomeKind } from './plan.types.js';

export interface Gain {
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly amount?: Fen;
  readonly instalment?: Instalment;
  readonly persons?: readonly string[];
}

/** Gains by the key of the finding they come from. */
export type Gains = ReadonlyMap<Key, readonly Gain[]>;

/** Those that can hold gains: an immediate item is settled before there is a case that could. */
export function gainful(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => draft.fate === 'solved' && !draft.immediate);
}

export class GainBook {
  readonly byFinding = new Map<Key, Gain[]>();
  private persons = 0;

  constructor(protected readonly chance: Chance) {}

  add(draft: Draft, gain: Gain) {
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

  /** Persons of whom some are held accountable for two findings and count once (rules.md 17). */
  accountable(from: readonly Draft[], { persons: count, most }: { persons: number; most: number }) {
    const order = this.chance.shuffled(from);
    const persons = Array.from({ length: count }, () => this.person());
    const twice = persons.slice(0, Math.ceil(count / 12));
    [...chunks(persons, most), ...chunks(twice, 1)].forEach((group, index) =>
      this.add(order[index % order.length]!, { kind: 'accountability', title: '问责', persons: group }),
    );
  }

  /** So many outcomes about so many persons in all. */
  accountableCases(from: readonly Draft[], { cases, persons }: { cases: number; persons: number }) {
    const order = this.chance.shuffled(from);
    split(persons, Array<number>(cases).fill(1)).forEach((share, index) => {
      const group = Array.from({ length: share }, () => this.person());
      this.add(order[index % order.length]!, { kind: 'accountability', title: '问责', persons: group });
    });
  }

  person(): string {
    this.persons += 1;
    return `演示己${String(this.persons).padStart(3, '0')}`;
  }
}

export function firstThat(drafts: readonly Draft[], fits: (draft: Draft) => boolean): Draft {
  const found = drafts.find(fits);
  if (!found) throw new Error('an example has no finding it could come from');
  return found;
}
