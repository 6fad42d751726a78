/** Composing the teams of a round: asked for, searched in the background, perhaps stopped, and taken over as proposals (HZP-5, WH17-1). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { Force, Rank, Speciality } from './inspector.js';
import { ProposedMember } from './team.js';

export const CompositionState = z.enum(['running', 'stopping', 'done', 'failed', 'proposed']);
/** `stopped`: before the proof, perhaps with the teams found until then. */
export const CompositionOutcome = z.enum(['proven', 'stopped', 'impossible']);

const which = { compositionId: Id, roundId: Id };
const told = (name: string, summary: string) =>
  event(`talent.composition.${name}`, { classification: 'internal', summary, body: z.object(which) });
export const compositionStarted = told('started', '开始组建巡察组');
export const compositionStopping = told('stopping', '已要求停止组建');
export const compositionFailed = told('failed', '组建因求解器中断而未完成');
export const compositionProposed = told('proposed', '组建结果已提出为人选');
export const compositionFinished = event('talent.composition.finished', {
  classification: 'internal',
  summary: '组建已完成',
  body: z.object({ ...which, outcome: CompositionOutcome }),
});

const Count = z.int().min(0).max(1000);
const Trait = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speciality'), speciality: Speciality }),
  z.object({ kind: z.literal('ages'), from: Count.optional(), to: Count.optional() }),
  z.object({ kind: z.literal('ranks'), ranks: z.array(Rank).min(1) }),
  z.object({ kind: z.literal('force'), force: Force }),
  z.object({ kind: z.enum(['woman', 'newcomer', 'oldHand']) }),
]);
const Quota = z.object({
  of: Trait,
  atLeast: Count.optional(),
  atMost: Count.optional(),
  percentAtLeast: z.int().min(0).max(100).optional(),
});
const ranks = z.array(Rank).max(20).describe('可担任的职级；不填即不限');
export const CompositionNeeds = z.object({
  teams: z
    .array(
      z.object({
        designation: Text(60).describe('组的番号；巡察哪些组织以已安排的任务为准'),
        size: z.object({ least: Count, most: Count }),
        leader: z.object({ ranks }),
        deputies: z.object({ least: Count, most: Count, ranks }),
        quotas: z.array(Quota).max(40),
      }),
    )
    .min(1)
    .max(600),
  noOneTwice: z.boolean().describe('不再巡察自己巡察过的组织'),
  load: z
    .object({ days: Count.describe('本轮天数'), daysAtMost: Count.describe('全年在组天数上限') })
    .optional(),
});
export type CompositionNeeds = z.infer<typeof CompositionNeeds>;

const ComposedTeam = z.object({ designation: z.string(), members: z.array(ProposedMember) });
const Points = z.record(z.string(), z.number());
/** Points are costs: the fewer the better. No teams can cost less than `bound`. */
const cost = { points: z.number(), bound: z.number(), gap: z.number().describe('至多还可节省的比例') };
export const CompositionView = z.object({
  id: Id,
  version: Version,
  roundId: Id,
  state: CompositionState,
  startedBy: Id,
  startedOn: BusinessDate,
  needs: CompositionNeeds,
  outcome: CompositionOutcome.nullable(),
  teams: z.array(ComposedTeam).describe('停止时尚未找到的为空'),
  cost: z.object(cost).nullable(),
  clash: z
    .object({
      conditions: z.array(z.string()).describe('互相冲突的条件'),
      smallest: z.boolean().describe('没有更少的条件互相冲突'),
    })
    .nullable(),
  progress: z
    .object({
      phase: z.enum(['searching', 'explaining']),
      elapsed: z.int().describe('毫秒'),
      points: z.number().nullable(),
      bound: z.number().nullable(),
    })
    .nullable()
    .describe('仅在组建过程中'),
});

const target = { compositionId: Id, seen: Version };
const on = BusinessDate.optional();
export const startComposition = command('talent.composition.start', {
  http: 'POST /rounds/{roundId}/compositions',
  permission: 'composition.run',
  summary: '按条件从人才库为本轮各组求最优人选',
  input: z.object({ roundId: Id, needs: CompositionNeeds, on }),
});
export const stopComposition = command('talent.composition.stop', {
  http: 'POST /compositions/{compositionId}/stop',
  permission: 'composition.run',
  summary: '停止组建，保留已找到的结果',
  input: z.object({ ...target, on }),
});
export const proposeComposition = command('talent.composition.propose', {
  http: 'POST /compositions/{compositionId}/proposals',
  permission: 'team.propose',
  summary: '把组建结果提出为各组人选；任一组不成立则全部不提出',
  input: z.object({ ...target, on }),
});
/** Nothing is changed by asking. */
export const priceTeams = command('talent.composition.price', {
  http: 'POST /compositions/{compositionId}/price',
  permission: 'composition.run',
  summary: '手工调整后的各组比最优多花多少、违反哪些条件',
  input: z.object({ compositionId: Id, teams: z.array(ComposedTeam).max(600) }),
  output: z.object({
    points: z.number(),
    dearer: z.number().nullable().describe('比组建结果多'),
    terms: Points.describe('按项分列'),
    teams: z.array(z.object({ designation: z.string(), terms: Points })),
    breaches: z.array(z.object({ condition: z.string(), inspectorIds: z.array(Id) })),
  }),
});

export const readComposition = query('talent.composition.read', {
  http: 'GET /compositions/{compositionId}',
  permission: 'composition.read',
  classification: 'internal',
  summary: '一次组建及其进度或结果',
  input: z.object({ compositionId: Id }),
  output: CompositionView,
});
export const historyOfComposition = historyOf(readComposition);
export const listCompositions = query('talent.composition.list', {
  http: 'GET /compositions',
  permission: 'composition.read',
  classification: 'internal',
  summary: '各次组建，新的在前',
  input: z.object({ ...pageInput, roundId: Id.optional() }),
  output: pageOf(
    CompositionView.pick({ id: true, version: true, roundId: true, state: true, outcome: true }),
  ),
});
