import { Controller } from '@nestjs/common';
import { listCompositions, readComposition, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { clashInWords } from '../composition/words.js';
import { teamsOf, type Composing } from './composing.js';
import { ComposingStore } from './composing.store.js';
import { Searches } from './searches.js';

@Controller()
export class ComposingQueries {
  constructor(
    private readonly composings: ComposingStore,
    private readonly searches: Searches,
  ) {}

  @Handles(readComposition)
  async read({ compositionId }: In<typeof readComposition>, viewer: Caller) {
    const { result, ...composing } = await this.composings.read(viewer, compositionId);
    return {
      ...composing,
      outcome: result?.outcome ?? null,
      teams: teamsOf({ result }).map((team) => ({ ...team, members: [...team.members] })),
      ...foundOf(result),
      progress: await this.searches.progressOf(viewer, compositionId),
    };
  }

  @Handles(listCompositions)
  async list({ cursor, limit, ...where }: In<typeof listCompositions>, viewer: Caller) {
    const { items, next } = await this.composings.page(viewer, { where, descending: true, cursor, limit });
    const entries = items.map(({ id, version, roundId, state, result }) => ({
      id,
      version,
      roundId,
      state,
      outcome: result?.outcome ?? null,
    }));
    return { items: entries, next };
  }
}

function foundOf(result: Composing['result']) {
  if (result?.outcome === 'impossible') {
    const { clash } = result;
    return { cost: null, clash: { conditions: clashInWords(clash), smallest: clash.smallest } };
  }
  const { points, bound, gap } = result ?? {};
  const cost =
    points === undefined || bound === undefined || gap === undefined ? null : { points, bound, gap };
  return { cost, clash: null };
}
