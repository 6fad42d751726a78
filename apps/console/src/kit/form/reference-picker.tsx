import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { useName } from '../names.js';
import { referenceOf } from '../references.js';
import { askedFor, searchFor } from './choices.js';
import type { FieldInputProps } from './field-input.js';
import { PastedId } from './pasted-id.js';
import { Select } from '../select.js';

/**
 * Chosen from what one may see; whoever may see none of the kind is given its number by somebody who may. What may be of any kind has
 * nothing to be chosen from.
 */
export function ReferencePicker(props: FieldInputProps) {
  const { may, isKnown } = useRights();
  const asked = askedFor(props.name, props.beside?.$command as string | undefined);
  const isUnseen = isKnown && asked !== undefined && !may(callOf(asked).permission);
  if (props.name === 'recordId') return <PastedId {...props} says={ofAnyKind} />;
  return isUnseen ? <PastedId {...props} says={unseen} /> : <Picker {...props} />;
}

const unseen = '您不能查看这类记录：请有权查看的人打开该记录的页面，把地址发来，粘贴在这里。';
const ofAnyKind = '整条地址，或其中的编号。';

/** Found by typing part of a name, its pinyin or its number. */
function Picker({ id, name, field, value, onChange, placeholder, beside = {}, ...aria }: FieldInputProps) {
  const [text, setText] = useState('');
  const typed = useDeferredValue(text);
  const command = beside.$command as string | undefined;
  const {
    data = [],
    isFetching,
    error,
  } = useQuery({
    queryKey: ['choices', name, command, typed, beside.inspectionId, beside.roundId],
    queryFn: () => searchFor(name, command)(typed, beside),
    placeholderData: keepPreviousData,
  });
  const isMany = field.type === 'list';
  const chosen = isMany ? ((value as string[] | undefined) ?? []) : value ? [value as string] : [];
  return (
    <Select
      {...aria}
      id={id}
      {...(isMany ? { mode: 'multiple' as const } : {})}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      style={{ width: '100%' }}
      value={(isMany ? chosen : (chosen[0] ?? null)) as never}
      placeholder={placeholder || '输入名称、拼音或编号查找'}
      notFoundContent={isFetching ? <Spin size="small" /> : error ? '没有查到' : '没有符合的'}
      options={data as { value: string; label: string }[]}
      labelRender={({ label, value: id_ }) => label ?? <Chosen name={name} id={String(id_)} />}
      onChange={(next: string | string[] | undefined) => {
        setText('');
        onChange?.(next === undefined || next.length === 0 ? undefined : next);
      }}
    />
  );
}

/** What was chosen before is named even where the present choices do not list it. */
function Chosen({ name, id }: { name: string; id: string }) {
  const kind = referenceOf(name).name;
  return kind ? <Named kind={kind} id={id} /> : <>已选</>;
}

function Named({ kind, id }: { kind: Parameters<typeof useName>[0]; id: string }) {
  return <>{useName(kind, id) ?? '…'}</>;
}
