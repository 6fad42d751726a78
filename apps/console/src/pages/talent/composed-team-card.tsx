import { Button, Select } from 'antd';
import { useState } from 'react';
import { Part } from '../../kit/part.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { MemberName } from './member-name.js';
import { inOrder, roles, type ComposedTeam, type Proposed } from './members.js';
import type { Person } from './people.js';
import type { Price } from './price-panel.js';

interface Props {
  readonly team: ComposedTeam;
  readonly teams: readonly ComposedTeam[];
  /** As it was found. */
  readonly found: ComposedTeam | undefined;
  readonly people: ReadonlyMap<string, Person> | undefined;
  readonly terms: Readonly<Record<string, number>> | undefined;
  readonly breaches: Price['breaches'];
  /** Absent: only to be looked at. */
  readonly change?: (next: ComposedTeam) => void;
}

export function ComposedTeamCard({ team, teams, found, people, terms, breaches, change }: Props) {
  const points = terms && Object.values(terms).reduce((sum, one) => sum + one, 0);
  const isIn = new Map(teams.flatMap(({ designation, members }) => members.map(({ inspectorId }) => [inspectorId as string, designation])));
  const put = (members: readonly Proposed[]) => change?.({ ...team, members: [...members] });
  const swap = (from: string, to: string) =>
    put(team.members.map((one) => (one.inspectorId === from ? { ...one, inspectorId: to as never } : one)));
  return (
    <Part
      title={team.designation}
      aside={
        <span className="second number">
          {team.members.length} 人{points !== undefined && ` · ${points} 分`}
        </span>
      }
    >
      <div className="scroll" tabIndex={0} role="region" aria-label={`${team.designation}，可左右滚动`}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">角色</th>
              <th scope="col">姓名</th>
              <th scope="col">情况</th>
              {change && <th scope="col">调整</th>}
            </tr>
          </thead>
          <tbody>
            {inOrder(team.members).map((member) => (
              <MemberRow
                key={member.inspectorId}
                member={member}
                person={people?.get(member.inspectorId)}
                isNew={!found?.members.some(({ inspectorId }) => inspectorId === member.inspectorId)}
                isBreach={breaches.some(({ inspectorIds }) => inspectorIds.includes(member.inspectorId))}
                people={people}
                isIn={isIn}
                {...(change
                  ? {
                      swap: (to: string) => swap(member.inspectorId, to),
                      recast: (role: Proposed['role']) =>
                        put(team.members.map((one) => (one.inspectorId === member.inspectorId ? { ...one, role } : one))),
                      drop: () => put(team.members.filter((one) => one.inspectorId !== member.inspectorId)),
                    }
                  : {})}
              />
            ))}
          </tbody>
        </table>
      </div>
      {change && people && (
        <div className="add-member">
          <PersonChoice
            label={`给${team.designation}添加一人`}
            people={people}
            isIn={isIn}
            choose={(id) => put([...team.members, { inspectorId: id as never, role: 'member' }])}
          />
        </div>
      )}
    </Part>
  );
}

interface RowProps {
  readonly member: Proposed;
  readonly person: Person | undefined;
  readonly isNew: boolean;
  readonly isBreach: boolean;
  readonly people: ReadonlyMap<string, Person> | undefined;
  readonly isIn: ReadonlyMap<string, string>;
  readonly swap?: (to: string) => void;
  readonly recast?: (role: Proposed['role']) => void;
  readonly drop?: () => void;
}

function MemberRow({ member, person, isNew, isBreach, people, isIn, swap, recast, drop }: RowProps) {
  const [isSwapping, setSwapping] = useState(false);
  const name = person?.name ?? '此人';
  return (
    <tr className={isBreach ? 'in-breach' : ''}>
      <td>
        {recast ? (
          <Select
            aria-label={`${name}的角色`}
            className="role-choice"
            value={member.role}
            options={roles.map((role) => ({ value: role, label: valueWord('role', role) }))}
            onChange={recast}
          />
        ) : (
          valueWord('role', member.role)
        )}
      </td>
      <td>
        <MemberName inspectorId={member.inspectorId} name={person?.name} /> {isNew && <span className="tag">手工换入</span>}
      </td>
      <td>{person ? <About person={person} /> : <span className="second">—</span>}</td>
      {swap && (
        <td>
          {isSwapping && people ? (
            <PersonChoice
              label={`替换${name}的人`}
              people={people}
              isIn={isIn}
              choose={(id) => {
                setSwapping(false);
                swap(id);
              }}
              cancel={() => setSwapping(false)}
            />
          ) : (
            <span className="actions">
              <Button size="small" onClick={() => setSwapping(true)} aria-label={`换下${name}`}>
                换人
              </Button>
              <Button size="small" onClick={drop} aria-label={`移出${name}`}>
                移出
              </Button>
            </span>
          )}
        </td>
      )}
    </tr>
  );
}

function About({ person }: { person: Person }) {
  return (
    <>
      {inShort(person)}
      <small className="second about-unit">
        {person.organizationId ? <Referred field="organizationId" id={person.organizationId} /> : person.unit}
        {` · 参加过 ${person.participations} 次 · 本年在组 ${person.daysThisYear} 天`}
      </small>
    </>
  );
}

const inShort = ({ rank, age, force, specialities }: Person) =>
  [valueWord('Rank', rank), `${age} 岁`, valueWord('Force', force), ...specialities.map((one) => valueWord('Speciality', one))].join(' · ');

interface ChoiceProps {
  readonly label: string;
  readonly people: ReadonlyMap<string, Person>;
  /** Who is in which of the teams already. */
  readonly isIn: ReadonlyMap<string, string>;
  readonly choose: (id: string) => void;
  readonly cancel?: () => void;
}

/** Whoever is free and has an account; the composition says of whom it is not clear that they may go there. */
function PersonChoice({ label, people, isIn, choose, cancel }: ChoiceProps) {
  const free = [...people.values()].filter(({ id, inTeamId, accountId }) => inTeamId === null && accountId !== null && !isIn.has(id));
  return (
    <span className="actions">
      <Select
        aria-label={label}
        className="person-choice"
        placeholder={cancel ? '换成谁：姓名、职级或专长' : '添加一人：姓名、职级或专长'}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        notFoundContent="没有空闲的人了"
        options={free.map((one) => ({ value: one.id as string, label: `${one.name} · ${inShort(one)} · 本年 ${one.daysThisYear} 天` }))}
        onChange={(id: string | null) => id && choose(id)}
      />
      {cancel && (
        <Button size="small" onClick={cancel}>
          不换了
        </Button>
      )}
    </span>
  );
}
