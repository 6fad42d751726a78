/** Refusals of onsite. */
import type { ProblemTable } from './problems.js';

export const onsiteProblems: ProblemTable = {};
