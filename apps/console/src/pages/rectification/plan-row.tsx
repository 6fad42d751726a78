import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { inputs } from 'virtual:fields';
import type { Fields } from '../../kit/field.js';
import { FieldInput } from '../../kit/form/field-input.js';
import { inputId } from '../../kit/form/fields-input.js';
import { fieldWord } from '../../words/words.js';
import type { PlanRow } from './case-state.js';

interface Props {
  /** Its place in the whole plan. */
  readonly at: number;
  readonly label: string;
  readonly row: Partial<PlanRow>;
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (changed: Partial<PlanRow>) => void;
  readonly remove?: () => void;
}

const NAMES = ['measure', 'responsible', 'dueOn'] as const;

export function PlanRowInput({ at, label, row, faults, onChange, remove }: Props) {
  const fields = rowFields();
  return (
    <div className="plan-row" role="group" aria-label={label}>
      {NAMES.map((name) => {
        const path = `rows.${at}.${name}`;
        const id = inputId(path);
        const fault = faults.get(path);
        return (
          <div className="field" key={name}>
            <label htmlFor={id}>{fieldWord(name)}</label>
            <FieldInput
              id={id}
              name={name}
              field={fields[name]!}
              value={row[name]}
              onChange={(value) => onChange({ [name]: value })}
              {...(fault ? { 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {})}
            />
            {fault && (
              <p className="fault" id={`${id}-fault`}>
                {fault}
              </p>
            )}
          </div>
        );
      })}
      {remove && (
        <Button className="remove" icon={<DeleteOutlined />} onClick={remove} aria-label={`删除${label}`}>
          删除
        </Button>
      )}
    </div>
  );
}

function rowFields(): Fields {
  const rows = inputs.draftPlan?.rows;
  return rows?.type === 'list' && rows.item.type === 'group' ? rows.item.fields : {};
}
