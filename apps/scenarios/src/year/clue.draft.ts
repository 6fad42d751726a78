/** Clues before they have days: which finding raises them, about whom, and what becomes of them. */
import type { Chance } from '../chance.js';
import type { Draft } from './draft.js';
import type { Clue, ClueNature, ClueOutcomeKind, Key, Suspect } from './plan.types.js';

/** How far a clue comes within the year. Only those from `received` on were transferred. */
export type ClueEnd = 'screened' | 'merged' | 'movedUp' | 'received' | 'held' | 'disposed' | 'concluded';

export interface ClueDraft {
  readonly key: Key;
  readonly finding: Draft;
  readonly nature: ClueNature;
  readonly urgent: boolean;
  readonly suspects: readonly Suspect[];
  readonly end: ClueEnd;
  /** The same matter was raised already (rules.md 17). */
  readonly into?: Key;
  readonly outcomes: readonly { readonly kind: ClueOutcomeKind; readonly persons: readonly Suspect[] }[];
}

/** A clue to which persons are still added. */
export class OpenClue {
  readonly key: Key;
  readonly nature: ClueNature;
  readonly urgent: boolean;
  readonly suspects: Suspect[] = [];
  readonly outcomes: { kind: ClueOutcomeKind; persons: Suspect[] }[] = [];

  constructor(
    readonly finding: Draft,
    readonly end: ClueEnd,
    chance: Chance,
    readonly into?: Key,
  ) {
    this.key = `${finding.key}/clue`;
    this.nature = chance.percent(84) ? 'breach' : chance.pick(['inaction', 'personnel'] as const);
    this.urgent = end === 'concluded' && chance.percent(6);
  }

  /** Whoever an outcome is about is among those the clue names. */
  came(kind: ClueOutcomeKind, person: Suspect) {
    if (!this.suspects.includes(person)) this.suspects.push(person);
    const outcome = this.outcomes.find((one) => one.kind === kind);
    if (outcome) outcome.persons.push(person);
    else this.outcomes.push({ kind, persons: [person] });
  }
}

export function isTransferred({ end }: ClueDraft): boolean {
  return end !== 'screened' && end !== 'merged' && end !== 'movedUp';
}

/** Has an answer that can hold outcomes. */
export function isAnswered({ end }: ClueDraft): boolean {
  return end === 'disposed' || end === 'concluded';
}

/** Invented persons, each another. */
export class Suspects {
  private count = 0;

  next(authority: Suspect['authority'] = 'county'): Suspect {
    this.count += 1;
    const number = String(this.count).padStart(4, '0');
    return { name: `演示辛${number}`, post: '演示岗位', identity: `XS${number}`, authority };
  }
}

/** Every clue names somebody, also those of which nothing came yet. */
export function nameSomebody(clues: readonly OpenClue[], suspects: Suspects) {
  for (const clue of clues)
    if (clue.suspects.length === 0)
      clue.suspects.push(suspects.next(clue.end === 'movedUp' ? 'city' : 'county'));
}

/** What the team writes down; it is sealed and leaves the inspection side. */
export function clueOf({ key, finding, nature, urgent, suspects }: ClueDraft): Clue {
  const matter = `在${finding.visit.organization.name}发现涉嫌违纪违法问题`;
  return { key, finding: finding.key, nature, urgent, suspects, matter };
}
