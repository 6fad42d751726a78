/** What a person learnt and did, and what came of it: training, posts, assessments, promotions, recommendations (NB17-16, HZP-13, SP-6). */
import {
  decide,
  inspectorAssessed,
  inspectorAttached,
  inspectorPromoted,
  inspectorRecommended,
  inspectorTrained,
  Rank,
  type InspectorAssessment,
  type Decision,
  type InspectionPost,
  type Recommendation,
  type Training,
} from '@xuncha/contracts';
import { refuseIf, step, type BusinessDate } from '@xuncha/domain-kit';
import { flow, type Inspector } from './inspector.js';

export function train(inspector: Inspector, training: Training): Decision<Inspector> {
  const state = step(flow, inspector.state, 'train');
  const { course, on } = training;
  const known = inspector.trainings.some((earlier) => earlier.course === course && earlier.on === on);
  refuseIf(known, 'inspector.training-recorded', { course, on });
  const trainings = [...inspector.trainings, training];
  return decide(
    { ...inspector, state, trainings },
    inspectorTrained({ inspectorId: inspector.id, ...training }),
  );
}

export function takePost(inspector: Inspector, post: InspectionPost): Decision<Inspector> {
  const state = step(flow, inspector.state, 'post');
  const { kind, from, to } = post;
  refuseIf(!!to && to < from, 'inspector.post-backwards', { from, to });
  refuseIf(
    inspector.posts.some((earlier) => overlap(earlier, post)),
    'inspector.post-overlaps',
  );
  const fact = inspectorAttached({ inspectorId: inspector.id, kind, on: from });
  return decide({ ...inspector, state, posts: [...inspector.posts, post] }, fact);
}

/** `tookPart`: was in a team of that round. */
export function assess(
  inspector: Inspector,
  assessed: InspectorAssessment,
  tookPart: boolean,
): Decision<Inspector> {
  const state = step(flow, inspector.state, 'assess');
  const { roundId, on } = assessed;
  refuseIf(!tookPart, 'inspector.not-in-round');
  refuseIf(
    inspector.assessments.some((earlier) => earlier.roundId === roundId),
    'inspector.assessed',
  );
  const assessments = [...inspector.assessments, assessed];
  const fact = inspectorAssessed({ inspectorId: inspector.id, roundId, on });
  return decide({ ...inspector, state, assessments }, fact);
}

/** HZP-13: a promotion followed an inspection post where such a post began before it. */
export function promote(inspector: Inspector, rank: Rank, on: BusinessDate): Decision<Inspector> {
  const state = step(flow, inspector.state, 'promote');
  refuseIf(height(rank) <= height(inspector.rank), 'inspector.rank-not-higher', {
    rank,
    present: inspector.rank,
  });
  const last = inspector.promotions.at(-1);
  refuseIf(!!last && on < last.on, 'inspector.promotion-before-last', { last: last?.on });
  const afterInspectionPost = inspector.posts.some(({ from }) => from < on);
  const promotions = [...inspector.promotions, { rank, afterInspectionPost, on }];
  const fact = inspectorPromoted({ inspectorId: inspector.id, rank, afterInspectionPost, on });
  return decide({ ...inspector, state, rank, promotions }, fact);
}

export function recommend(inspector: Inspector, recommendation: Recommendation): Decision<Inspector> {
  const state = step(flow, inspector.state, 'recommend');
  const recommendations = [...inspector.recommendations, recommendation];
  const fact = inspectorRecommended({ inspectorId: inspector.id, ...recommendation });
  return decide({ ...inspector, state, recommendations }, fact);
}

function height(rank: Rank): number {
  return Rank.options.indexOf(rank);
}

function overlap(a: InspectionPost, b: InspectionPost): boolean {
  return (!a.to || b.from <= a.to) && (!b.to || a.from <= b.to);
}
