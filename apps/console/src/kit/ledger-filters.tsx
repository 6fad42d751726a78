import { Button } from 'antd';
import { useState } from 'react';
import { inputs } from 'virtual:fields';
import { useRights } from '../api/hooks.js';
import type { Input, ListName } from '../api/names.js';
import { fieldWord } from '../words/words.js';
import type { Field } from './field.js';
import { mayChoose } from './form/choices.js';
import { isChoosable } from './form/choosable.js';
import { FieldInput } from './form/field-input.js';
import type { Ledger } from './ledger.js';
import type { Chosen } from './ledger-page.js';
import { useIsNarrow } from './narrow.js';

interface Props<Q extends ListName> {
  readonly ledger: Ledger<Q>;
  readonly chosen: Chosen;
  readonly choose: (next: Chosen) => void;
}

/** What one may not look through, one does not narrow by. */
function useOffered<Q extends ListName>({ query, filters = [] }: Ledger<Q>) {
  const { may } = useRights();
  return filters.filter((name) => {
    const isLookedUp = isChoosable(name, inputs[query]![name]!);
    return !isLookedUp || mayChoose(may, name);
  });
}

/** On a phone the list comes first: what is not chosen by waits behind a button. */
function useUnfolded<Q extends ListName>(offered: readonly (keyof Input<Q> & string)[], chosen: Chosen) {
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  const folded = isNarrow && !isOpen ? offered.filter((name) => chosen[name] === undefined) : [];
  // A single one is no longer than the button in its place.
  const waiting = folded.length > 1 ? folded : [];
  const more = waiting.length > 0 && (
    <Button className="more" onClick={() => setOpen(true)}>
      {waiting.length < offered.length ? '更多筛选' : '筛选'}（{waiting.length} 项）
    </Button>
  );
  return { shown: offered.filter((name) => !waiting.includes(name)), more };
}

/** Chosen here, asked with a press of Enter or 查询. */
export function LedgerFilters<Q extends ListName>({ ledger, chosen, choose }: Props<Q>) {
  const [values, setValues] = useState<Record<string, unknown>>({ ...chosen });
  const fields = inputs[ledger.query] ?? {};
  const { shown, more } = useUnfolded<Q>(useOffered(ledger), chosen);
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        choose(withoutEmpty(values));
      }}
    >
      {shown.map((name) => (
        <div key={name}>
          <label htmlFor={`filter-${name}`}>{fieldWord(name, ledger.query)}</label>
          <FieldInput
            id={`filter-${name}`}
            name={name}
            field={asFilter(fields[name]!)}
            value={typeof values[name] === 'boolean' ? String(values[name]) : values[name]}
            onChange={(value) => setValues({ ...values, [name]: asAsked(value) })}
            placeholder="全部"
          />
        </div>
      ))}
      <div className="actions">
        {more}
        {shown.length > 0 && (
          <>
            <Button
              onClick={() => {
                setValues({});
                choose({});
              }}
            >
              重置
            </Button>
            <Button type="primary" htmlType="submit">
              查询
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

const asAsked = (value: unknown) => (value === 'true' || value === 'false' ? value === 'true' : value);

/** A flag that is not asked for is neither yes nor no. */
function asFilter(field: Field): Field {
  return field.type === 'flag' ? { type: 'choice', of: 'flag', values: ['true', 'false'] } : field;
}

function withoutEmpty(values: Record<string, unknown>): Chosen {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}
