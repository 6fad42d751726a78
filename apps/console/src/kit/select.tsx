/** antd's Select, whose open list is called as the field is: by itself it has no name that a screen reader could say. */
import { Select as Bare, type SelectProps } from 'antd';
import { useLayoutEffect, useRef, type ReactNode } from 'react';

export function Select<V>(props: SelectProps<V>) {
  return <Bare<V> {...props} popupRender={(list) => <NamedList>{list}</NamedList>} />;
}

/** Neither name nor role of the list can be told to it; its id is made of that of the field it belongs to. */
const LIST = '_list';
const EMPTY = 'ant-select-item-empty';

function NamedList({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = box.current?.querySelector(`[id$=${LIST}]`);
    const field = document.getElementById(list?.id.slice(0, -LIST.length) ?? '');
    if (!list || !(field instanceof HTMLInputElement)) return;
    list.setAttribute('aria-label', nameOf(field));
    if (!list.classList.contains(EMPTY)) return;
    // Nothing can be chosen: what stands there is told.
    list.setAttribute('role', 'status');
    field.removeAttribute('aria-activedescendant');
  });
  return <div ref={box}>{children}</div>;
}

const nameOf = (field: HTMLInputElement) =>
  field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '';
