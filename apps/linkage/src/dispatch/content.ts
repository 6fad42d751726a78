/** What a dispatch carries. A clue's content is not among it: the clues service hands that over itself, sealed. */
import type { Period, SentFigure } from '@xuncha/contracts';
import type { FilingLetter } from '../filing/filing.js';

export type Content =
  | { readonly kind: 'clue' }
  | { readonly kind: 'statistics'; readonly period: Period; readonly figures: readonly SentFigure[] }
  | ({ readonly kind: 'filing' } & FilingLetter);
