/** The form of a command: its fields from the contract, its button, and what keeps a person from losing work. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CommandName } from '../../api/names.js';
import type { Fields } from '../field.js';
import { DraftKept, DraftNotice } from './draft-notice.js';
import { FieldsGrid, FieldsInput, type FieldsProps } from './fields-input.js';
import type { Values } from './merge.js';
import { Merging } from './merging.js';
import { Refusal } from './refusal.js';
import { FormCommand } from './upload-to.js';
import { useCommand, type CommandUse } from './use-command.js';

export interface CommandFormProps<C extends CommandName> extends CommandUse<C> {
  readonly submit: string;
  readonly onCancel?: () => void;
  /** What else of the record the choices of a field depend on. */
  readonly beside?: Values;
  readonly danger?: boolean;
  /** Lays the fields out; absent: one below the other, as the contract has them. */
  readonly children?: (form: FieldsProps) => ReactNode;
}

/** Dates of when it happened are today's unless somebody says otherwise; they wait behind a fold. */
const FOLDED = ['on'];

export function CommandForm<C extends CommandName>(props: CommandFormProps<C>) {
  const { submit, onCancel, beside = {}, danger = false, children, ...use } = props;
  const form = useCommand(use);
  const { fields, values, setValues, faults, problem, conflicts } = form;
  const folded = pick(fields, (name) => FOLDED.includes(name) && !fields[name]?.required);
  const shown = pick(fields, (name) => !(name in folded));
  const known = { ...beside, ...use.given, ...values };
  const common = { values, onChange: setValues, faults, command: use.command, beside: known };
  const drop = () => {
    setValues(form.base.values);
    void form.draft.drop();
  };
  return (
    <FormCommand value={use.command}>
      <form
        noValidate
        aria-busy={form.isBusy}
        onSubmit={(event) => {
          event.preventDefault();
          void form.send();
        }}
      >
        <DraftNotice {...form} {...form.draft} command={use.command} drop={drop} />
        <Refusal faults={faults} problem={problem} tried={form.tried} />
        <Merging {...form} command={use.command} />
        {children ? children({ ...common, fields }) : <FieldsGrid {...common} fields={shown} />}
        <Folded isEmpty={children !== undefined || Object.keys(folded).length === 0}>
          <FieldsInput {...common} fields={folded} />
        </Folded>
        <div className="actions form-actions">
          <Button
            type="primary"
            htmlType="submit"
            loading={form.isBusy}
            danger={danger}
            disabled={conflicts.length > 0}
          >
            {submit}
          </Button>
          {onCancel && <Button onClick={onCancel}>取消</Button>}
          {form.draft.isWorthSaying && <DraftKept {...form.draft} />}
        </div>
      </form>
    </FormCommand>
  );
}

function pick(fields: Fields, choose: (name: string) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => choose(name)));
}

function Folded({ isEmpty, children }: { isEmpty: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  if (isEmpty) return null;
  if (isOpen) return children;
  return (
    <Button type="link" size="small" onClick={() => setOpen(true)}>
      日期不是今天？
    </Button>
  );
}
