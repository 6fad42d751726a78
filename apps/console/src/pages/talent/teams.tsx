/** The teams of all rounds, and one of them. */
import type { Item } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { foundRecusals } from './found-recusals.js';
import { MemberName } from './member-name.js';
import { asProposed } from './members.js';
import { TeamParts } from './team-parts.js';

type Team = Item<'listTeams'>;

function LeaderAndSize({ members }: Pick<Team, 'members'>) {
  const leader = members.find(({ role }) => role === 'leader');
  return (
    <>
      {leader && <MemberName {...leader} />} <span className="second number">共 {members.length} 人</span>
    </>
  );
}

export const teams: Ledger<'listTeams'> = {
  query: 'listTeams',
  title: '巡察组',
  says: '一组一轮一授权：巡察办提出人选并审核回避，领导小组授权，本轮结束授权即终止。',
  columns: [
    { field: 'designation', width: 160 },
    'roundId',
    'state',
    {
      field: 'members',
      title: '组长与人数',
      width: 150,
      show: LeaderAndSize,
    },
    'checkedOn',
    'authorizedOn',
    { field: 'releasedOn', spare: true },
    { field: 'proposedBy', spare: true },
    { field: 'authorizedBy', spare: true },
  ],
  filters: ['roundId', 'inspectorId'],
  tabs: 'state',
  counts: 'countTeams',
  to: ({ id }) => `/teams/${id}`,
  makes: ['proposeTeam'],
  empty: '还没有巡察组',
};

export const team: RecordSpec<'readTeam'> = {
  query: 'readTeam',
  id: 'teamId',
  ledger: ['巡察组', '/teams'],
  title: ({ designation }) => designation,
  steps: [
    { name: '提出人选', in: ['proposed'], by: (view) => view.proposedBy },
    { name: '审核回避', in: ['checked'], on: (view) => view.checkedOn, by: (view) => view.checkedBy },
    {
      name: '领导小组授权',
      in: ['authorized'],
      on: (view) => view.authorizedOn,
      by: (view) => view.authorizedBy,
    },
    { name: '进驻在组', in: ['active'] },
    { name: '授权终止', in: ['released'], on: (view) => view.releasedOn },
  ],
  waits: {
    proposed: '巡察办给本组安排任务后，逐人逐组织审核回避',
    checked: '领导小组授权；提出人选的人不能授权',
    authorized: '下达任务，第一项任务进驻时全组转为在组',
    active: '在本轮内行使授权；需要换人的，由领导小组更换组员',
  },
  rests: {
    withdrawn: '人选已撤回；仍要组这个组的，重新提出',
    released: '本轮已结束，授权已终止，不能再用这个组办理',
  },
  facts: [
    'roundId',
    'proposedBy',
    'checkedBy',
    'checkedOn',
    'authorizedBy',
    'authorizedOn',
    'releasedOn',
    'withdrawReason',
  ],
  documents: [
    {
      query: 'teamAuthorization',
      name: '授权书',
      in: ['authorized', 'active', 'released'],
      also: 'readRound',
    },
  ],
  history: 'historyOfTeam',
  actions: [
    { command: 'checkTeam', in: ['proposed'], isNext: true },
    { command: 'authorizeTeam', in: ['checked'], isNext: true },
    {
      command: 'changeProposal',
      in: ['proposed', 'checked'],
      from: ({ members }) => ({ members: members.map(asProposed) }),
    },
    {
      command: 'replaceMembers',
      in: ['authorized', 'active'],
      from: ({ members }) => ({ members: members.map(asProposed) }),
    },
    { command: 'withdrawTeam', in: ['proposed', 'checked'], danger: true },
    {
      command: 'proposeTeam',
      in: ['withdrawn'],
      isNext: true,
      from: ({ designation, members }) => ({ designation, members: members.map(asProposed) }),
    },
  ],
  more: (view) => <TeamParts team={view} />,
  related: [related({ ledger: foundRecusals, given: ({ id }: { id: string }) => ({ teamId: id as never }) })],
};
