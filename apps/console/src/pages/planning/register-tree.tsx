/** The register as a tree, loaded level by level: it opens as fast with twenty thousand organizations as with twenty. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { ask } from '../../api/client.js';
import { callOf, type Input, type Item } from '../../api/names.js';

const PAGE = 100;
const list = callOf('listOrganizations').contract;

type Organization = Item<'listOrganizations'>;

interface Props {
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
}

/** Arrow keys go through it as through any tree: right opens, left closes, up and down move. */
export function RegisterTree(props: Props) {
  const { items, error, isPending, more } = useLevel(1, { top: true });
  const box = useRef<HTMLUListElement>(null);
  if (isPending) return <Spin size="small" />;
  if (error) return <p className="second">没有读到，请稍后再试。</p>;
  if (items.length === 0) return <p className="second">登记册里还没有组织。</p>;
  const onKey = (event: KeyboardEvent) => {
    const nodes = [...(box.current?.querySelectorAll<HTMLElement>('[role=treeitem] > .node > .name') ?? [])];
    const at = nodes.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    nodes[at + step]?.focus();
  };
  return (
    <ul ref={box} role="tree" aria-label="组织" className="tree" onKeyDown={onKey}>
      {items.map((one) => (
        <Node key={one.id} of={one} level={1} opened={items.length === 1} {...props} />
      ))}
      {more}
    </ul>
  );
}

/** What stands right below an organization, or at the top; and an item of the tree for those beyond what is listed. */
function useLevel(level: number, of: Pick<Input<'listOrganizations'>, 'parentId' | 'top'>) {
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [list, 'level', of],
    queryFn: ({ pageParam }) =>
      ask('listOrganizations', {
        ...of,
        state: 'active',
        limit: PAGE,
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const more = hasNextPage && (
    <li role="treeitem" aria-level={level} aria-selected={false}>
      <div className="node">
        <span className="toggle" />
        <button
          type="button"
          className="name further"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          再列 {PAGE} 个{isFetchingNextPage && '…'}
        </button>
      </div>
    </li>
  );
  return { items: data?.pages.flatMap((page) => page.items) ?? [], error, isPending, more };
}

interface NodeProps extends Props {
  readonly of: Organization;
  readonly level: number;
  readonly opened?: boolean;
}

function Node({ of: { id, name, kind }, level, opened = false, chosen, choose }: NodeProps) {
  const [isOpen, setOpen] = useState(opened);
  /** Nothing stands below a village, a project or a station. */
  const isLeaf = ['village', 'keyProject', 'grassrootsStation'].includes(kind);
  const isChosen = chosen === id;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight' && !isLeaf) setOpen(true);
    else if (event.key === 'ArrowLeft') setOpen(false);
    else return;
    event.stopPropagation();
  };
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-selected={isChosen}
      {...(isLeaf ? {} : { 'aria-expanded': isOpen })}
    >
      <div className={isChosen ? 'node chosen' : 'node'}>
        {isLeaf ? (
          <span className="toggle" />
        ) : (
          <button
            type="button"
            className="toggle"
            tabIndex={-1}
            aria-label={`${isOpen ? '收起' : '展开'}${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? '▾' : '▸'}
          </button>
        )}
        <button
          type="button"
          className="name"
          onKeyDown={onKey}
          onClick={() => {
            if (!isLeaf) setOpen(true);
            choose(isChosen ? undefined : id);
          }}
        >
          {name}
        </button>
      </div>
      {isOpen && <Children of={id} level={level + 1} chosen={chosen} choose={choose} />}
    </li>
  );
}

function Children({ of, level, ...props }: Props & { of: Organization['id']; level: number }) {
  const { items, isPending, more } = useLevel(level, { parentId: of });
  if (isPending)
    return (
      <ul role="group">
        <li role="none">
          <Spin size="small" />
        </li>
      </ul>
    );
  return (
    <ul role="group">
      {items.map((one) => (
        <Node key={one.id} of={one} level={level} {...props} />
      ))}
      {items.length === 0 && (
        <li role="none" className="second">
          没有下级
        </li>
      )}
      {more}
    </ul>
  );
}
