/** Of whom there must be how many in a team: specialities, ages, ranks, forces, women, newcomers, old hands. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { useId } from 'react';
import { outputs } from 'virtual:fields';
import { inputId } from '../../kit/form/fields-input.js';
import { valueWord } from '../../words/words.js';
import type { Need } from './team-need.js';
import { Select } from '../../kit/select.js';

export type Quota = Need['quotas'][number];
type Trait = Quota['of'];
type Kind = Trait['kind'];

/** With what a trait begins; some are whole with their kind alone. */
const begun: Readonly<Record<Kind, Trait>> = {
  speciality: { kind: 'speciality', speciality: 'finance' },
  ages: { kind: 'ages' },
  ranks: { kind: 'ranks', ranks: ['section'] },
  force: { kind: 'force', force: 'fullTime' },
  woman: { kind: 'woman' },
  newcomer: { kind: 'newcomer' },
  oldHand: { kind: 'oldHand' },
};
const kinds = Object.keys(begun) as Kind[];

interface Props {
  readonly quotas: readonly Quota[];
  readonly label: string;
  readonly path: string;
  readonly change: (quotas: readonly Quota[]) => void;
}

export function QuotasInput({ quotas, label, path, change }: Props) {
  const replace = (index: number, next: Quota) =>
    change(quotas.map((one, at) => (at === index ? next : one)));
  return (
    <div className="quotas" id={inputId(path)} role="group" aria-label={`${label}的比例与名额`}>
      <strong>比例与名额</strong>
      {quotas.length === 0 && (
        <p className="second">没有要求。需要某类人至少几名、至多几名或占多大比例的，点“添加一项要求”。</p>
      )}
      {quotas.map((quota, index) => (
        <QuotaRow
          key={index}
          quota={quota}
          number={index + 1}
          change={(next) => replace(index, next)}
          remove={() => change(quotas.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => change([...quotas, { of: begun.speciality, atLeast: 1 }])}
      >
        添加一项要求
      </Button>
    </div>
  );
}

interface RowProps {
  readonly quota: Quota;
  readonly number: number;
  readonly change: (next: Quota) => void;
  readonly remove: () => void;
}

function QuotaRow({ quota, number, change, remove }: RowProps) {
  const { of } = quota;
  const id = useId();
  return (
    <div className="quota" role="group" aria-label={`第 ${number} 项要求`}>
      <span>
        <label htmlFor={`${id}-kind`}>哪类人</label>
        <Select
          id={`${id}-kind`}
          value={of.kind}
          options={kinds.map((kind) => ({ value: kind, label: valueWord('kind', kind) }))}
          onChange={(kind) => change({ ...quota, of: begun[kind] })}
        />
      </span>
      <TraitInput id={id} of={of} change={(next) => change({ ...quota, of: next })} />
      <Count
        id={`${id}-least`}
        word="至少（人）"
        value={quota.atLeast}
        change={(atLeast) => change(withCount(quota, { atLeast }))}
      />
      <Count
        id={`${id}-most`}
        word="至多（人）"
        value={quota.atMost}
        change={(atMost) => change(withCount(quota, { atMost }))}
      />
      <Count
        id={`${id}-percent`}
        word="不低于（%）"
        most={100}
        value={quota.percentAtLeast}
        change={(percentAtLeast) => change(withCount(quota, { percentAtLeast }))}
      />
      <Button icon={<DeleteOutlined aria-hidden />} onClick={remove} aria-label={`删除第 ${number} 项要求`} />
    </div>
  );
}

/** What was emptied is not asked for. */
function withCount(
  quota: Quota,
  next: { [K in 'atLeast' | 'atMost' | 'percentAtLeast']?: number | undefined },
): Quota {
  const entries = Object.entries({ ...quota, ...next }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Quota;
}

function TraitInput({ id, of, change }: { id: string; of: Trait; change: (next: Trait) => void }) {
  switch (of.kind) {
    case 'speciality':
      return (
        <Choice
          id={`${id}-of`}
          word="专长"
          enumeration="Speciality"
          value={of.speciality}
          change={(speciality) => change({ ...of, speciality: speciality as never })}
        />
      );
    case 'force':
      return (
        <Choice
          id={`${id}-of`}
          word="力量"
          enumeration="Force"
          value={of.force}
          change={(force) => change({ ...of, force: force as never })}
        />
      );
    case 'ranks':
      return <Ranks id={`${id}-of`} of={of} change={change} />;
    case 'ages':
      return <Ages id={id} of={of} change={change} />;
    default:
      return null;
  }
}

interface TraitProps<K extends Kind> {
  readonly id: string;
  readonly of: Extract<Trait, { kind: K }>;
  readonly change: (next: Trait) => void;
}

function Ranks({ id, of, change }: TraitProps<'ranks'>) {
  return (
    <span>
      <label htmlFor={id}>职级</label>
      <Select
        id={id}
        mode="multiple"
        className="wide-choice"
        value={[...of.ranks]}
        options={valuesOf('rank').map((value) => ({ value, label: valueWord('Rank', value) }))}
        onChange={(ranks) => ranks.length > 0 && change({ ...of, ranks: ranks as never })}
      />
    </span>
  );
}

function Ages({ id, of, change }: TraitProps<'ages'>) {
  return (
    <>
      <Count
        id={`${id}-from`}
        word="年龄从"
        value={of.from}
        change={(from) => change(withoutNone({ ...of, from }))}
      />
      <Count id={`${id}-to`} word="到" value={of.to} change={(to) => change(withoutNone({ ...of, to }))} />
    </>
  );
}

function withoutNone(ages: { kind: 'ages'; from?: number | undefined; to?: number | undefined }): Trait {
  const entries = Object.entries(ages).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Trait;
}

interface ChoiceProps {
  readonly id: string;
  readonly word: string;
  readonly enumeration: 'Speciality' | 'Force';
  readonly value: string;
  readonly change: (next: string) => void;
}

function Choice({ id, word, enumeration, value, change }: ChoiceProps) {
  const values = valuesOf(enumeration === 'Force' ? 'force' : 'specialities');
  return (
    <span>
      <label htmlFor={id}>{word}</label>
      <Select
        id={id}
        value={value}
        options={values.map((one) => ({ value: one, label: valueWord(enumeration, one) }))}
        onChange={change}
      />
    </span>
  );
}

/** As the record of a person has them. */
function valuesOf(name: 'rank' | 'force' | 'specialities'): readonly string[] {
  const field = outputs.readInspector![name];
  const choice = field?.type === 'list' ? field.item : field;
  return choice?.type === 'choice' ? choice.values : [];
}

interface CountProps {
  readonly id: string;
  readonly word: string;
  readonly value: number | undefined;
  readonly most?: number;
  readonly change: (next: number | undefined) => void;
}

function Count({ id, word, value, most, change }: CountProps) {
  return (
    <span>
      <label htmlFor={id}>{word}</label>
      <InputNumber
        id={id}
        min={0}
        {...(most ? { max: most } : {})}
        value={value ?? null}
        onChange={(next) => change(next ?? undefined)}
      />
    </span>
  );
}
