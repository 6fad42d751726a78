import type { BusinessDate } from '@xuncha/domain-kit';
import type { Chance } from '../chance.js';
import type { ClueDraft } from './clue.draft.js';
import { isWithdrawn, type Draft } from './draft.js';
import type { Gains } from './gain.js';
import type { Activities, Visit } from './outing.js';
import type { FiveSee, Item, Key, Organs, Role } from './plan.types.js';
import type { Act, Step, Track } from './steps.js';

/** Everything the track of one inspection is written from. */
export interface Scene {
  readonly visit: Visit;
  readonly findings: readonly Draft[];
  readonly gains: Gains;
  /** By the key of the finding that raises them. */
  readonly clues: ReadonlyMap<Key, ClueDraft>;
  readonly activities: readonly Activities[];
  readonly desk: Desk;
  /** The office's person for this inspection. */
  readonly office: Key;
  readonly head: Key;
  readonly liaison: Key;
  readonly hearing: Key;
  /** A later look-back at the same organization that finds an item unsolved. */
  readonly lookBack?: Visit;
  /** Whether this one has a petition. */
  readonly petition: boolean;
  readonly chance: Chance;
  /** Whether something that goes wrong in so many of a hundred cases does so here. */
  readonly mishap: (percent: number) => boolean;
}

/** The people who act for the committee. */
export interface Desk {
  readonly office: readonly Key[];
  readonly leadingGroup: Key;
  readonly petitionCustodian: Key;
  readonly clueCustodian: Key;
  readonly organs: Organs;
}

/** Collects steps phase by phase; within a day the order of writing stays. */
export class TrackBook {
  private readonly steps: Step[] = [];

  constructor(private readonly key: Key) {}

  add(on: BusinessDate, as: Role, by: Key, act: Act) {
    this.steps.push({ ...act, on, by, as });
  }

  done(): Track {
    const inOrder = [...this.steps].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    return { key: this.key, steps: inOrder };
  }
}

export function standing(scene: Scene): Draft[] {
  return scene.findings.filter((draft) => !isWithdrawn(draft));
}

const asItem = '/item';

export function findingOfItem(item: Key): Key {
  return item.slice(0, -asItem.length);
}

export function itemOf(draft: Draft, dueOn: BusinessDate): Item {
  return {
    key: draft.key + asItem,
    finding: draft.key,
    measure: '制定整改措施，逐项落实，完善制度',
    responsible: draft.visit.organization.head,
    dueOn,
  };
}

/** Proposed in the report, actual in the result of rectification (rules.md 4). */
export function fiveSee(draft: Draft, stage: 'proposed' | 'actual'): FiveSee {
  const { name, head } = draft.visit.organization;
  return {
    person: { name: head, post: '主要负责人' },
    matter: `问题${draft.key.split('/').at(-1)}`,
    unit: name,
    result: stage === 'proposed' ? '建议限期整改' : '已整改到位',
    accountability: stage === 'proposed' ? '建议提醒谈话' : '已提醒谈话',
  };
}
