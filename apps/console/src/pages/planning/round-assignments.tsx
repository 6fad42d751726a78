/** Who inspects whom in a round: the organizations by team, each with how far it has come. One team may take two or more. */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Item } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Empty, Failed, Loading } from '../../kit/notices.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';
import { Targets } from './milestones.js';
import type { Round } from './round.js';

type Assignment = Item<'listAssignments'>;

const SHOWN = 200;

export function RoundAssignments({ round }: { round: Round }) {
  const { may } = useRights();
  const mayList = may(callOf('listAssignments').permission);
  const answer = useAsk('listAssignments', { roundId: round.id, limit: SHOWN }, { when: mayList });
  if (!mayList) return null;
  const isOpen = round.state === 'teaming' || round.state === 'underway';
  const mayPlan = may(callOf('planAssignment').permission);
  const plan = isOpen && mayPlan && (
    <CommandButton
      command="planAssignment"
      given={{ roundId: round.id }}
      beside={{ roundId: round.id }}
      onDone={() => undefined}
    />
  );
  return (
    <Part title="任务：哪个组巡察哪几家" aside={plan}>
      {answer.isPending && <Loading />}
      {answer.error && !answer.data && <Failed problem={answer.error} />}
      {answer.data && <Teams assignments={answer.data.items} isOpen={isOpen} />}
      {answer.data?.next && (
        <p className="second">
          只列出前 {SHOWN} 项，
          <Link to={'/assignments' as never} search={{ roundId: round.id } as never}>
            在任务台账里看全部
          </Link>
          。
        </p>
      )}
    </Part>
  );
}

function Teams({ assignments, isOpen }: { assignments: readonly Assignment[]; isOpen: boolean }) {
  if (assignments.length === 0)
    return (
      <Empty title="还没有安排任务">
        <p>
          {isOpen
            ? '点“安排任务”：填组的番号，选一家或几家被巡察党组织。一个组可以承担两家。'
            : '轮次批准并开始组建以后，才能安排任务。'}
        </p>
      </Empty>
    );
  const teams = new Map<string, Assignment[]>();
  for (const one of assignments) teams.set(one.designation, [...(teams.get(one.designation) ?? []), one]);
  return [...teams]
    .toSorted(([one], [other]) => ordinal(one).localeCompare(ordinal(other), 'zh', { numeric: true }))
    .map(([designation, own]) => <Team key={designation} designation={designation} own={own} />);
}

const NUMERALS = '零一二三四五六七八九十';

/** 第二巡察组 stands before 第三巡察组. */
function ordinal(designation: string): string {
  return designation.replaceAll(new RegExp(`[${NUMERALS}]`, 'g'), (numeral) =>
    String(NUMERALS.indexOf(numeral)),
  );
}

function Team({ designation, own }: { designation: string; own: readonly Assignment[] }) {
  const { may } = useRights();
  const standing = own.filter(({ state }) => state !== 'cancelled');
  const organizations = standing.reduce((sum, one) => sum + one.organizations.length, 0);
  return (
    <section className="team" aria-label={designation}>
      <h3>
        {designation}
        <span className="tag">{organizations} 家</span>
        {may(callOf('listTeams').permission) && <TeamState of={own[0]!} />}
      </h3>
      {own.map((one) => (
        <Order key={one.id} of={one} />
      ))}
    </section>
  );
}

/** Whether there is such a team yet, and how far it is: what is ordered waits for its authorization. */
function TeamState({ of: { roundId, teamId } }: { of: Assignment }) {
  const { data } = useAsk('listTeams', { roundId, limit: SHOWN });
  const team = data?.items.find(({ id }) => id === teamId);
  if (!data) return null;
  if (!team) return <span className="second">还没有提出人选</span>;
  return (
    <>
      <StateTag of="TeamState" value={team.state} />
      <Link to={`/teams/${teamId}` as never}>看人员</Link>
    </>
  );
}

function Order({ of: { id, version, batch, state, issuedOn, organizations } }: { of: Assignment }) {
  const { may } = useRights();
  return (
    <div className="assignment">
      <p>
        <Link to={`/assignments/${id}` as never}>第 {batch} 批任务</Link>
        <StateTag of="AssignmentState" value={state} />
        {issuedOn && <span className="second number">下达 {issuedOn}</span>}
        {state === 'planned' && may(callOf('issueAssignment').permission) && (
          <CommandButton command="issueAssignment" given={{ assignmentId: id }} seen={version} />
        )}
      </p>
      <Targets targets={organizations} />
    </div>
  );
}
