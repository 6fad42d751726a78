/** A term: five years of one committee, within which coverage is counted (glossary: 届). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';

export const TermState = z.enum(['proposed', 'approved']);

const facts = { termId: Id, firstDay: BusinessDate, lastDay: BusinessDate };
export const termProposed = event('planning.term.proposed', {
  classification: 'internal',
  summary: '届次已提出，待批准',
  body: z.object(facts),
});
export const termApproved = event('planning.term.approved', {
  classification: 'internal',
  summary: '届次已批准',
  body: z.object(facts),
});

export const TermView = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  firstDay: BusinessDate,
  lastDay: BusinessDate,
  state: TermState,
});

const describing = {
  name: Text(60).describe('例如 第十四届'),
  firstDay: BusinessDate,
  lastDay: BusinessDate.optional().describe('默认满五年'),
};
const target = { termId: Id, seen: Version };
const on = BusinessDate.optional();
export const proposeTerm = command('planning.term.propose', {
  http: 'POST /terms',
  permission: 'term.write',
  summary: '提出一届的起止日期',
  input: z.object({ ...describing, on }),
});
export const changeTerm = command('planning.term.change', {
  http: 'PUT /terms/{termId}',
  permission: 'term.write',
  summary: '修改起止日期，须重新批准',
  input: z.object({ ...target, ...describing, on }),
});
export const approveTerm = command('planning.term.approve', {
  http: 'POST /terms/{termId}/approve',
  permission: 'term.approve',
  summary: '批准届次',
  input: z.object({ ...target, on }),
});

export const readTerm = query('planning.term.read', {
  http: 'GET /terms/{termId}',
  permission: 'term.read',
  classification: 'internal',
  summary: '一届',
  input: z.object({ termId: Id }),
  output: TermView,
});
export const historyOfTerm = historyOf(readTerm);
export const listTerms = query('planning.term.list', {
  http: 'GET /terms',
  permission: 'term.read',
  classification: 'internal',
  summary: '各届，新的在前',
  input: z.object({ ...pageInput, state: TermState.optional() }),
  output: pageOf(TermView),
});
export const countTerms = countsOf(listTerms);
