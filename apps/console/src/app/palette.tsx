/** Ctrl-K: pages, organizations, rounds, findings that one may see, by number, words or pinyin. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useRights } from '../api/hooks.js';
import { callOf, type CommandName, type QueryName } from '../api/names.js';
import { found, type Found } from './found.js';
import { pages } from './pages.js';

export default function Palette({ close }: { close: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const typed = useDeferredValue(text.trim());
  const navigate = useNavigate();
  const shown = useFound(typed);
  const open = (one: Found | undefined) => {
    if (!one) return;
    close();
    void navigate({ to: one.to as never });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((at + step + shown.length) % Math.max(shown.length, 1));
    } else if (event.key === 'Enter') open(shown[at]);
  };
  return (
    <Modal open title="查找" footer={null} onCancel={close} width={640}>
      <Input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="found"
        aria-activedescendant={shown.length > 0 ? `found-${at}` : undefined}
        aria-label="查找内容"
        placeholder="名称、编号、文号或拼音首字母"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <FoundList shown={shown} at={at} setAt={setAt} open={open} />
      {shown.length === 0 && <p className="notice">没有找到您可以查看的记录</p>}
    </Modal>
  );
}

function useFound(typed: string): Found[] {
  const { may } = useRights();
  const mayOpen = (query: QueryName | CommandName) => may(callOf(query).permission);
  const { data: records = [] } = useQuery({
    queryKey: ['found', typed],
    queryFn: () => found(typed, mayOpen),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  });
  const ofPages: Found[] = pages
    .filter(({ title, needs }) => title?.includes(typed) && (!needs || mayOpen(needs)))
    .map(({ title, path }) => ({ kind: '页面', text: title!, to: path }));
  return [...ofPages, ...(typed ? records : [])];
}

interface ListProps {
  readonly shown: readonly Found[];
  readonly at: number;
  readonly setAt: (index: number) => void;
  readonly open: (one: Found) => void;
}

function FoundList({ shown, at, setAt, open }: ListProps) {
  return (
    <ul id="found" role="listbox" aria-label="找到的" className="found">
      {shown.map((one, index) => (
        <li
          key={one.to}
          id={`found-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerEnter={() => setAt(index)}
          onClick={() => open(one)}
        >
          <span className="tag">{one.kind}</span> {one.text}
        </li>
      ))}
    </ul>
  );
}
