/** What happened to an item, with the opinions that were given of it. */
import type { Answer } from '../../api/names.js';
import { Timeline, type Happened } from '../../kit/timeline.js';
import { valueWord } from '../../words/words.js';

type Item = Answer<'readItem'>;

export function ItemTimeline({ view }: { view: Item }) {
  const { openedOn, submissions, returns, closings, checks, reopenings } = view;
  const events: Happened[] = [
    { what: view.immediate ? '责令立行立改，事项开立' : '方案认可，事项开立', on: openedOn },
    ...submissions.map(({ evidence, on, by }) => ({
      what: '报请销号',
      on,
      by,
      said: `佐证 ${evidence.length} 份`,
    })),
    ...returns.map(({ opinion, on, by }) => ({
      what: '退回继续整改',
      on,
      by,
      said: opinion,
      tone: 'bad' as const,
    })),
    ...closings.flatMap(({ opinion, on, by, undone }) => [
      { what: '销号', on, by, said: opinion, tone: 'good' as const },
      ...(undone
        ? [
            {
              what: `销号作废（${valueWord('ReopenedBecause', undone.because)}）`,
              on: undone.on,
              by: undone.by,
              tone: 'bad' as const,
            },
          ]
        : []),
    ]),
    ...checks.map(({ opinion, on, by }, index) => ({
      what: index === 0 ? '转为长期坚持' : '年度复核',
      on,
      by,
      said: opinion,
    })),
    ...reopenings.map(({ opinion, on, by }) => ({
      what: '重新打开',
      on,
      by,
      said: opinion,
      tone: 'bad' as const,
    })),
  ];
  return <Timeline events={events} />;
}
