/** Plays one of the published years, from its beginning or from where an earlier run was stopped. */
import { rehearseHangzhou2016 } from '../hangzhou-2016/rehearsal.js';
import { rehearseNingbo2017 } from '../ningbo-2017/rehearsal.js';
import { rehearseRuian2017 } from '../ruian-2017/rehearsal.js';
import type { Line } from './comparison.js';
import type { Installation } from './installation.js';
import { Lost, Refusal } from './refusal.js';
import type { Rehearsal } from './rehearsal.js';
import { Run, type Conduct } from './run.js';
import { Runs, type Choice } from './runs.js';

const rehearsals: Readonly<Record<string, (options: { seed: number; scale: number }) => Rehearsal>> = {
  'ruian-2017': rehearseRuian2017,
  'hangzhou-2016': rehearseHangzhou2016,
  'ningbo-2017': rehearseNingbo2017,
};

function rehearsalOf(choice: Choice): Rehearsal {
  const rehearse = rehearsals[choice.replay];
  if (!rehearse)
    throw new Error(`no replay ${choice.replay}; there is ${Object.keys(rehearsals).join(', ')}`);
  return rehearse(choice);
}

/** Answers the comparison, figure by figure. */
export async function played(
  choice: Choice & { readonly isFresh: boolean },
  installation: Installation,
  conduct: Conduct,
  rehearsal = rehearsalOf(choice),
): Promise<Line[]> {
  const runs = new Runs(installation.dataFolder, choice, rehearsal);
  for (let { isFresh } = choice; ; isFresh = true) {
    const checkpoint = (isFresh ? undefined : runs.latest()) ?? runs.begin();
    try {
      return await new Run(installation, rehearsal, checkpoint, conduct).toTheEnd();
    } catch (error) {
      if (!isLost(error) && (checkpoint.isResumed || !isTaken(error))) throw error;
    } finally {
      checkpoint.close();
    }
  }
}

/** Of a site that nobody got into; the next one is taken. */
function isLost(error: unknown): boolean {
  return (error as Error).cause instanceof Lost;
}

/** A site whose file was deleted cannot be continued; the next one is taken. */
function isTaken(error: unknown): boolean {
  const { cause } = error as Error;
  return cause instanceof Refusal && ['site.code-taken', 'request.key-reused'].includes(cause.code);
}
