/** Refusals of insight. */
import type { ProblemTable } from './problems.js';

export const insightProblems: ProblemTable = {
  'figure.unknown': [404, '没有这个指标。'],
};
