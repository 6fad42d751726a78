/**
 * What the kit answers by itself of a record that another query shows the viewer. It asks that query's handler first, so that scope,
 * recusal and whatever else is minded there hold alike, and what is hidden there is not found here.
 */
import { allContracts, type AnsweredFrom } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import type { Caller } from '../access/caller.js';
import { fileNamed } from '../content/named-file.js';
import { historyOf } from '../journal/history.js';
import type { Handled } from './calls.js';

type Shown = { readonly id: Id };
type Answer = (viewer: Caller, shown: Shown, from: AnsweredFrom, input: { sha256?: string }) => unknown;

const answers: Readonly<Record<AnsweredFrom['as'], Answer>> = {
  history: (viewer, { id }, from) => historyOf(viewer, id, from),
  file: (_viewer, shown, _from, { sha256 }) => ({ id: shown.id, file: fileNamed(shown, sha256!) }),
};

export function derivedCalls(handled: ReadonlyMap<string, Handled>): [name: string, Handled][] {
  return allContracts().flatMap((contract) => {
    const from = contract.kind === 'query' ? contract.answeredFrom : undefined;
    const reading = from && handled.get(from.read.name);
    if (contract.kind !== 'query' || !reading) return [];
    const handler: Handled['handler'] = async (input, viewer) => {
      const shown = (await reading.handler(input, viewer)) as Shown;
      return answers[from.as](viewer as Caller, shown, from, input as { sha256?: string });
    };
    return [[contract.name, { contract, handler }] as [string, Handled]];
  });
}
