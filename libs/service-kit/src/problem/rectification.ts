/** Refusals of rectification. */
import type { ProblemTable } from './problems.js';

export const rectificationProblems: ProblemTable = {};
