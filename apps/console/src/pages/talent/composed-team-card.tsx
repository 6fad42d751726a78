/** One of the teams that were found: who is in it, why they fit, and what can be changed. */
import { Button } from 'antd';
import { useState } from 'react';
import { PlainTable } from '../../kit/plain-table.js';
import { Part } from '../../kit/part.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { MemberName } from './member-name.js';
import { inOrder, roles, type ComposedTeam, type Proposed } from './members.js';
import type { Person } from './people.js';
import type { Price } from './price-panel.js';
import { Select } from '../../kit/select.js';

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
  const isIn = new Map(
    teams.flatMap(({ designation, members }) =>
      members.map(({ inspectorId }) => [inspectorId as string, designation]),
    ),
  );
  const put = (members: readonly Proposed[]) => change?.({ ...team, members: [...members] });
  const replace = (member: Proposed, next: Proposed | null) =>
    put(team.members.flatMap((one) => (one.inspectorId === member.inspectorId ? (next ?? []) : one)));
  return (
    <Part
      title={team.designation}
      aside={
        <span className="second number">
          {team.members.length} 人{points !== undefined && ` · ${points} 分`}
        </span>
      }
    >
      <PlainTable label={team.designation} heads={change ? [...heads, '调整'] : heads}>
        {inOrder(team.members).map((member) => (
          <MemberRow
            key={member.inspectorId}
            member={member}
            person={people?.get(member.inspectorId)}
            isNew={!found?.members.some(({ inspectorId }) => inspectorId === member.inspectorId)}
            isBreach={breaches.some(({ inspectorIds }) => inspectorIds.includes(member.inspectorId))}
            people={people}
            isIn={isIn}
            {...(change ? { put: (next: Proposed | null) => replace(member, next) } : {})}
          />
        ))}
      </PlainTable>
      {change && people && (
        <PersonChoice
          label={`给${team.designation}添加一人`}
          people={people}
          isIn={isIn}
          choose={(id) => put([...team.members, { inspectorId: id as never, role: 'member' }])}
        />
      )}
    </Part>
  );
}

const heads = ['角色', '姓名', '情况'];

interface RowProps {
  readonly member: Proposed;
  readonly person: Person | undefined;
  readonly isNew: boolean;
  readonly isBreach: boolean;
  readonly people: ReadonlyMap<string, Person> | undefined;
  readonly isIn: ReadonlyMap<string, string>;
  /** Somebody else or another role; null: nobody. */
  readonly put?: (next: Proposed | null) => void;
}

function MemberRow({ member, person, isNew, isBreach, people, isIn, put }: RowProps) {
  const name = person?.name ?? '此人';
  return (
    <tr className={isBreach ? 'in-breach' : ''}>
      <td>
        {put ? (
          <Select
            aria-label={`${name}的角色`}
            className="role-choice"
            value={member.role}
            options={roles.map((role) => ({ value: role, label: valueWord('role', role) }))}
            onChange={(role) => put({ ...member, role })}
          />
        ) : (
          valueWord('role', member.role)
        )}
      </td>
      <td>
        <MemberName inspectorId={member.inspectorId} name={person?.name} />{' '}
        {isNew && <span className="tag">手工换入</span>}
      </td>
      <td>{person ? <About person={person} /> : <span className="nothing">—</span>}</td>
      {put && (
        <td>
          <Change
            name={name}
            people={people}
            isIn={isIn}
            swap={(to) => put({ ...member, inspectorId: to as never })}
            drop={() => put(null)}
          />
        </td>
      )}
    </tr>
  );
}

interface ChangeProps extends Pick<RowProps, 'people' | 'isIn'> {
  readonly name: string;
  readonly swap: (to: string) => void;
  readonly drop: () => void;
}

function Change({ name, people, isIn, swap, drop }: ChangeProps) {
  const [isSwapping, setSwapping] = useState(false);
  const choose = (id: string) => {
    setSwapping(false);
    swap(id);
  };
  if (isSwapping && people)
    return (
      <PersonChoice
        label={`替换${name}的人`}
        people={people}
        isIn={isIn}
        choose={choose}
        cancel={() => setSwapping(false)}
      />
    );
  return (
    <span className="actions">
      <Button size="small" onClick={() => setSwapping(true)} aria-label={`换下${name}`}>
        换人
      </Button>
      <Button size="small" onClick={drop} aria-label={`移出${name}`}>
        移出
      </Button>
    </span>
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
  [
    valueWord('Rank', rank),
    `${age} 岁`,
    valueWord('Force', force),
    ...specialities.map((one) => valueWord('Speciality', one)),
  ].join(' · ');

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
  const free = [...people.values()].filter(
    ({ id, inTeamId, accountId }) => inTeamId === null && accountId !== null && !isIn.has(id),
  );
  return (
    <span className="actions">
      <Select
        aria-label={label}
        className="person-choice"
        placeholder={cancel ? '换成谁：姓名、职级或专长' : '添加一人：姓名、职级或专长'}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        notFoundContent="没有空闲的人了"
        options={free.map((one) => ({
          value: one.id as string,
          label: `${one.name} · ${inShort(one)} · 本年 ${one.daysThisYear} 天`,
        }))}
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
