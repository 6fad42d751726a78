/** Refusals of planning. */
import type { ProblemTable } from './problems.js';

export const planningProblems: ProblemTable = {};
