/** One measure of a plan on one line: what is done, by whom, until when. */
import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { inputs } from 'virtual:fields';
import type { Fields } from '../../kit/field.js';
import { FieldsInput, type FieldsProps } from '../../kit/form/fields-input.js';
import type { PlanRow } from './case-state.js';

interface Props extends Pick<FieldsProps, 'faults' | 'command' | 'beside'> {
  /** Its place in the whole plan. */
  readonly at: number;
  readonly label: string;
  readonly row: Partial<PlanRow>;
  readonly onChange: (changed: Partial<PlanRow>) => void;
  readonly remove?: () => void;
}

export function PlanRowInput({ at, label, row, onChange, remove, ...common }: Props) {
  return (
    <div className="plan-row" role="group" aria-label={label}>
      <FieldsInput {...common} path={`rows.${at}.`} fields={rowFields()} values={row} onChange={onChange} />
      {remove && (
        <Button
          className="remove"
          icon={<DeleteOutlined aria-hidden />}
          onClick={remove}
          aria-label={`删除${label}`}
        >
          删除
        </Button>
      )}
    </div>
  );
}

/** Without the finding, under which the row stands. */
function rowFields(): Fields {
  const rows = inputs.draftPlan?.rows;
  if (rows?.type !== 'list' || rows.item.type !== 'group') return {};
  const { findingId: _finding, ...fields } = rows.item.fields;
  return fields;
}
