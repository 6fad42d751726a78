/** RFC 9457 problem details: every refusal code with its HTTP status and Chinese text. One table, a file per service. */
import type { Facts } from '@xuncha/domain-kit';
import { cluesProblems } from './clues.js';
import { commonProblems } from './common.js';
import { sayFact } from './facts.js';
import { identityProblems } from './identity.js';
import { insightProblems } from './insight.js';
import { linkageProblems } from './linkage.js';
import { onsiteProblems } from './onsite.js';
import { planningProblems } from './planning.js';
import { rectificationProblems } from './rectification.js';
import { talentProblems } from './talent.js';

/** Text may name facts in braces: `{seen}`; how each is said, `facts.ts` knows. */
export type ProblemTable = Readonly<Record<string, readonly [status: number, text: string]>>;

/** What anybody may refuse, and what each service may. */
export const problemTables = {
  common: commonProblems,
  own: {
    identity: identityProblems,
    insight: insightProblems,
    planning: planningProblems,
    onsite: onsiteProblems,
    clues: cluesProblems,
    rectification: rectificationProblems,
    talent: talentProblems,
    linkage: linkageProblems,
  },
};

const table: ProblemTable = Object.assign({}, problemTables.common, ...Object.values(problemTables.own));

export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly facts: Facts;
}

/** A code that the table does not know is a refusal all the same: 422 and a general sentence. */
export function problemOf(code: string, facts: Facts = {}): ProblemDetails {
  const [status, text] = table[code] ?? [422, '这一步现在不能做。'];
  const detail = text.replace(/\{(\w+)\}/g, (_, name: string) => sayFact(name, facts[name]));
  return {
    type: `urn:xuncha:problem:${code}`,
    title: text.replace(/\{\w+\}/g, '…'),
    status,
    code,
    detail,
    facts,
  };
}

export function knownProblem(code: string): boolean {
  return Object.hasOwn(table, code);
}
