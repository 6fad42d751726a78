/** One team of a composition: how many, from which ranks, and what shares of what kind of people. */
import { Button } from 'antd';
import { inputs } from 'virtual:fields';
import type { Answer } from '../../api/names.js';
import type { Fields } from '../../kit/field.js';
import { FieldsInput } from '../../kit/form/fields-input.js';
import { Part } from '../../kit/part.js';
import { Referred } from '../../kit/value.js';
import { QuotasInput, type Quota } from './quotas-input.js';

export type Need = Answer<'readComposition'>['needs']['teams'][number];

/** Where nothing was asked before: the sizes of the profiles (rules.md, team.size); the office changes them as it needs. */
export const usualNeed: Omit<Need, 'designation'> = {
  size: { least: 5, most: 8 },
  leader: { ranks: [] },
  deputies: { least: 1, most: 2, ranks: [] },
  quotas: [],
};

interface Props {
  readonly need: Need;
  readonly path: string;
  readonly organizationIds: readonly string[];
  readonly faults: ReadonlyMap<string, string>;
  readonly command: string;
  readonly beside: Readonly<Record<string, unknown>>;
  readonly change: (next: Need) => void;
  readonly remove: () => void;
  /** Gives the other teams the same conditions. */
  readonly spread?: () => void;
}

const SHOWN = 6;

export function TeamNeed({ need, organizationIds, change, remove, spread, ...common }: Props) {
  const take = (next: Readonly<Record<string, unknown>>) => change(next as unknown as Need);
  return (
    <Part
      title={need.designation || '新的一组'}
      aside={
        <span className="actions">
          {spread && <Button onClick={spread}>其余各组照此</Button>}
          <Button onClick={remove} aria-label={`移除 ${need.designation}`}>
            移除
          </Button>
        </span>
      }
    >
      <p className="second need-places">
        {organizationIds.length === 0
          ? '还没有给这个番号安排任务，算的时候不核对回避。'
          : `将巡察 ${organizationIds.length} 个党组织：`}
        {organizationIds.slice(0, SHOWN).map((id, index) => (
          <span key={id}>
            {index > 0 && '、'}
            <Referred field="organizationId" id={id} />
          </span>
        ))}
        {organizationIds.length > SHOWN && ' 等'}
      </p>
      <div className="need">
        <FieldsInput {...common} fields={teamFields()} values={need as never} onChange={take} />
      </div>
      <QuotasInput
        quotas={need.quotas}
        label={need.designation}
        path={`${common.path}quotas`}
        change={(quotas: readonly Quota[]) => change({ ...need, quotas: [...quotas] })}
      />
    </Part>
  );
}

/** All but the quotas, which a table of fields cannot say: what is counted has parts of its own kind. */
function teamFields(): Fields {
  const needs = inputs.startComposition!.needs!;
  const teams = needs.type === 'group' ? needs.fields.teams! : undefined;
  if (teams?.type !== 'list' || teams.item.type !== 'group') return {};
  const { quotas: _quotas, ...fields } = teams.item.fields;
  return fields;
}
