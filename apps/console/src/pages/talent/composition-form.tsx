/** What each team of a round needs: filled in from the teams that have assignments, or from a former composition, and changed from there. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import type { Field, Fields } from '../../kit/field.js';
import { CommandForm } from '../../kit/form/command-form.js';
import { FieldsInput, type FieldsProps } from '../../kit/form/fields-input.js';
import { Forbidden, Loading } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { TeamNeed, usualNeed, type Need } from './team-need.js';
import './talent.css';

type Needs = Partial<Answer<'readComposition'>['needs']>;
interface Search {
  readonly roundId?: string;
  /** A former composition whose needs this one begins with. */
  readonly from?: string;
}

export function CompositionForm() {
  const { roundId, from } = useSearch({ strict: false }) as Search;
  const { may, isKnown } = useRights();
  const former = useAsk('readComposition', { compositionId: from! as never }, { when: from !== undefined });
  if (isKnown && !may(callOf('startComposition').permission)) return <Forbidden />;
  if (from && former.isPending) return <Loading />;
  const begun = former.data ? { roundId: former.data.roundId, needs: former.data.needs } : { roundId };
  return <Form key={from} initial={begun} />;
}

const MOST_ASSIGNMENTS = 200;

function Form({ initial }: { initial: Values }) {
  const navigate = useNavigate();
  return (
    <>
      <PageHead
        title="开始组建"
        crumbs={[['组建', '/compositions']]}
        says="先选轮次，再说明每组需要什么人。系统会避开须回避的人，算出代价最小的一套人选；算出来还可以手工调整。"
      />
      <CommandForm
        command="startComposition"
        given={{}}
        initial={initial}
        submit="开始组建"
        onDone={({ id }) => void navigate({ to: `/compositions/${id}` as never })}
      >
        {(form) => <NeedsInput form={form} />}
      </CommandForm>
    </>
  );
}

function NeedsInput({ form: { fields, values, onChange, ...common } }: { form: FieldsProps }) {
  const { needs, teams, places, change, changeTeams } = useNeeds(values, onChange);
  return (
    <>
      <Part title="哪一轮">
        <div className="form-width">
          <FieldsInput
            {...common}
            fields={{ roundId: fields.roundId! }}
            values={values}
            onChange={({ roundId }) => onChange({ ...values, roundId, needs: { ...needs, teams: [] } })}
          />
          {places?.size === 0 && <WithoutAssignments />}
        </div>
      </Part>
      <TeamNeeds {...common} teams={teams} places={places} change={changeTeams} />
      <Part title="对各组都适用的">
        <div className="form-width">
          <FieldsInput
            {...common}
            path="needs."
            fields={overall(fields)}
            values={needs}
            onChange={(next) => change(withoutEmptyLoad(next))}
          />
        </div>
      </Part>
      <p className="second">开始后在后台计算，可以离开。</p>
    </>
  );
}

type Values = Readonly<Record<string, unknown>>;

function useNeeds(values: Values, setValues: (next: Values) => void) {
  const needs = (values.needs ?? {}) as Needs;
  const teams: readonly Need[] = needs.teams ?? [];
  const places = usePlaces(values.roundId as string | undefined);
  const change = (next: Needs) => setValues({ ...values, needs: { ...needs, ...next } });
  const changeTeams = (next: readonly Need[]) => change({ teams: [...next] });
  // A round was chosen and nothing is filled in yet: each team that has an assignment is to be composed.
  useEffect(() => {
    if (!places || teams.length > 0 || places.size === 0) return;
    changeTeams([...places.keys()].map((designation) => ({ ...usualNeed, designation })));
  }, [places]);
  return { needs, teams, places, change, changeTeams };
}

function WithoutAssignments() {
  return (
    <p className="second">
      这一轮还没有安排任务，系统不知道各组要巡察哪些组织，也就核对不了回避。请先在“巡察任务”里安排，或在下面自行添加组。
    </p>
  );
}

interface TeamNeedsProps extends Pick<FieldsProps, 'faults' | 'command' | 'beside'> {
  readonly teams: readonly Need[];
  readonly places: ReadonlyMap<string, readonly string[]> | undefined;
  readonly change: (next: readonly Need[]) => void;
}

function TeamNeeds({ teams, places, change, ...common }: TeamNeedsProps) {
  const spread = (team: Need) => change(teams.map(({ designation }) => ({ ...team, designation })));
  return (
    <>
      {teams.map((team, index) => (
        <TeamNeed
          key={index}
          {...common}
          need={team}
          path={`needs.teams.${index}.`}
          organizationIds={places?.get(team.designation) ?? []}
          change={(next) => change(teams.map((one, at) => (at === index ? next : one)))}
          remove={() => change(teams.filter((_, at) => at !== index))}
          {...(teams.length > 1 ? { spread: () => spread(team) } : {})}
        />
      ))}
      <p className="after-parts">
        <Button onClick={() => change([...teams, { ...usualNeed, designation: '' }])}>添加一组</Button>
      </p>
    </>
  );
}

/** Whoever limits the days of a year says both numbers; whoever does not leaves both empty. */
function overall({ needs: field }: Fields): Fields {
  if (field?.type !== 'group') return {};
  const { noOneTwice, load } = field.fields;
  const days = load?.type === 'group' ? Object.entries(load.fields) : [];
  return {
    noOneTwice: optional(noOneTwice!),
    load: { type: 'group', fields: Object.fromEntries(days.map(([name, one]) => [name, optional(one)])) },
  };
}

function optional({ required: _required, says: _says, ...field }: Field): Field {
  return field;
}

/** Both of its numbers, or no limit at all. */
function withoutEmptyLoad(needs: Readonly<Record<string, unknown>>): Needs {
  const { load, ...rest } = needs as Needs;
  const isGiven = load && Object.values(load).some((value) => value !== undefined);
  return isGiven ? { ...rest, load } : { ...rest, load: undefined };
}

/** By designation, which organizations its assignments name; undefined until known. */
function usePlaces(roundId: string | undefined): ReadonlyMap<string, readonly string[]> | undefined {
  const { data } = useAsk(
    'listAssignments',
    { roundId: roundId! as never, limit: MOST_ASSIGNMENTS },
    { when: roundId !== undefined },
  );
  if (!data) return undefined;
  const places = new Map<string, string[]>();
  for (const { designation, organizations, state } of data.items) {
    if (state === 'cancelled') continue;
    const named = organizations.map(({ organizationId }) => organizationId as string);
    places.set(designation, [...(places.get(designation) ?? []), ...named]);
  }
  return places;
}
