/** Refusals of talent. */
import type { ProblemTable } from './problems.js';

export const talentProblems: ProblemTable = {
  'talent.organization-unknown': [422, '登记册中没有这个单位或地方。刚登记的请稍后再试。'],
};
