/** Who inspects whom in a round: the organizations by team, each with how far it has come. One team may take two or more. */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Item } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Empty, Failed, Loading } from '../../kit/notices.js';
import { Part } from '../../kit/part.js';
import { StateTag } from '../../kit/state-tag.js';
import { Referred } from '../../kit/value.js';
import { Milestones } from './milestones.js';
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
        {may(callOf('readTeam').permission) ? (
          <Link to={`/teams/${own[0]!.teamId}` as never}>{designation}</Link>
        ) : (
          designation
        )}
        <span className="tag">{organizations} 家</span>
      </h3>
      {own.map((one) => (
        <div key={one.id} className="assignment">
          <p>
            <Link to={`/assignments/${one.id}` as never}>第 {one.batch} 批任务</Link>
            <StateTag of="AssignmentState" value={one.state} />
            {one.issuedOn && <span className="second number">下达 {one.issuedOn}</span>}
            {one.state === 'planned' && may(callOf('issueAssignment').permission) && (
              <CommandButton command="issueAssignment" given={{ assignmentId: one.id }} seen={one.version} />
            )}
          </p>
          <ul>
            {one.organizations.map((target) => (
              <li key={target.organizationId}>
                <Referred field="organizationId" id={target.organizationId} />
                <Milestones target={target} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
