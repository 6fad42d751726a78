import { Timeline, type Happened } from '../../kit/timeline.js';
import { valueWord } from '../../words/words.js';
import type { Case } from './case-state.js';

/** As far as the viewer may know: of reviews the organization learns nothing. What follows on the same day stands in this order. */
export function CaseTimeline({ view }: { view: Case }) {
  return (
    <Timeline
      events={[
        ...ofPlans(view),
        ...ofReopenings(view),
        ...ofReports(view),
        ...ofReviews(view),
        ...ofSlips(view),
        ...ofTheEnd(view),
      ]}
    />
  );
}

function ofPlans({ openedOn, plans }: Case): Happened[] {
  return [
    { what: '反馈已签收，整改开立', on: openedOn },
    ...plans.flatMap(({ rows, draftedOn, draftedBy, signedOn, signedBy }) => [
      { what: '拟定整改方案', on: draftedOn, by: draftedBy, said: `${rows.length} 项措施` },
      ...(signedOn ? [{ what: '方案签字报送', on: signedOn, by: signedBy }] : []),
    ]),
  ];
}

function ofSlips({ slips }: Case): Happened[] {
  return slips.flatMap(({ about, verdict, opinions, number, on, by, receivedOn, receivedBy }) => [
    {
      what: `${valueWord('about', about)}${verdict === 'returned' ? '退回修改' : '审核通过'}`,
      on,
      by,
      said: `${opinions}（${number}）`,
      tone: verdict === 'returned' ? ('bad' as const) : ('good' as const),
    },
    ...(receivedOn ? [{ what: '意见已签收', on: receivedOn, by: receivedBy }] : []),
  ]);
}

function ofReopenings({ reopenings }: Case): Happened[] {
  return reopenings.map(({ reason, on, by }) => ({ what: '重新打开', on, by, said: reason, tone: 'bad' }));
}

function ofReports({ reports }: Case): Happened[] {
  return reports
    .filter(({ signedOn }) => signedOn !== null)
    .map(({ of, signedOn, signedBy }) => ({
      what: `${valueWord('ReportOf', of)}已签字`,
      on: signedOn!,
      by: signedBy,
    }));
}

function ofReviews({ reviews }: Case): Happened[] {
  return (reviews ?? []).map(({ body, agrees, opinion, on, recordedBy }) => ({
    what: `${valueWord('ReviewBody', body)}联审${agrees ? '同意' : '不同意'}`,
    on,
    by: recordedBy,
    said: opinion,
    tone: agrees ? 'good' : 'bad',
  }));
}

function ofTheEnd({ assessments, closedOn }: Case): Happened[] {
  return [
    ...assessments.map(({ score, grade, remark, on, by }) => ({
      what: `质效评估 ${score} 分，${valueWord('Grade', grade)}`,
      on,
      by,
      said: remark,
    })),
    ...(closedOn ? [{ what: '整改结束', on: closedOn, tone: 'good' as const }] : []),
  ];
}
