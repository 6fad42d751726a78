/** Looks at clues and what goes with them. */
import { looksAt, looksOf } from '../kit/looks.js';

export const { noted: clueLookNoted, list: listClueLooks } = looksOf('clues', 'GET /clue-looks');

export const listLooksAtClue = looksAt('clues.clue.listLooks', 'clueId', {
  http: 'GET /clues/{clueId}/looks',
  permission: 'clue.open',
  summary: '谁看过这条线索，供线索保管员查阅；接收机关只见本机关的查看',
});
