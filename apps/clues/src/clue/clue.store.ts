import { Injectable } from '@nestjs/common';
import type { ClueContent, Decision } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import {
  sameColumns,
  Store,
  systemIn,
  type Act,
  type Caller,
  type RecordKey,
  type Target,
} from '@xuncha/service-kit';
import type { Clue, Sealed } from './clue.js';
import { ClueRow } from './clue.row.js';
import { followDeadlines } from './deadlines.js';

@Injectable()
export class ClueStore extends Store<Clue, ClueRow> {
  /** An organ's people see what their organ signed for; whoever is recused from the organization it arose in sees nothing of it. */
  constructor() {
    super({
      aggregate: 'clues.clue',
      row: ClueRow,
      organization: 'organId',
      recusal: 'organizationId',
      team: 'teamId',
      ...sameColumns(),
    });
  }

  /** What is owed afterwards is what the clue then says. */
  override async change(act: Act, target: Target, decide: (state: Clue) => Decision<Clue>) {
    const states: { before?: Clue; after?: Clue } = {};
    const receipt = await super.change(act, target, (before) => {
      const decision = decide(before);
      Object.assign(states, { before, after: decision.state });
      return decision;
    });
    await followDeadlines(act, states.before!, states.after!);
    return receipt;
  }

  /** Told with the content to those who may read it, so that nobody else can try contents against a proof of hand-over. */
  saltOf({ runtime, site }: Caller, id: Id): string {
    return runtime.vault.searchHash(site, `clues.clue.${id}.proof`).toString('base64url');
  }

  /** With those of the clues that were merged into it: whoever may read it may read them. */
  async openAll(viewer: Caller, clue: Clue): Promise<ClueContent[]> {
    const system = systemIn(viewer.site, viewer);
    const merged = await this.find(system, { where: { mergedIntoId: clue.id } });
    const readable = merged.filter(({ organizationId }) => !viewer.isRecusedFrom(organizationId));
    const all = [clue, ...readable];
    const keys = await this.keysOf(
      viewer,
      all.map(({ id }) => id),
    );
    return all.flatMap((each) => openContents(keys.get(each.id), each));
  }
}

export function sealContents(key: RecordKey, contents: readonly ClueContent[]): Sealed {
  return key.seal('content', JSON.stringify(contents));
}

/** Its own; none before it has come and after it has left. */
export function openContents(key: RecordKey | undefined, { content }: Clue): ClueContent[] {
  return content === null ? [] : (JSON.parse(key!.open('content', content)) as ClueContent[]);
}
