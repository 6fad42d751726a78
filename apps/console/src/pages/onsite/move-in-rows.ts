import type { KeyboardEvent } from 'react';

/**
 * Arrows go to the row above or below, digits press the row's boxes, Enter goes to its text and Esc back. Rows are elements with
 * `data-row`, what can be gone to in them has `data-cell`.
 */
export function moveInRows(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target as HTMLElement;
  const row = from.closest<HTMLElement>('[data-row]');
  if (!row || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const isText = from instanceof HTMLTextAreaElement;
  const go = (to: HTMLElement | null | undefined) => {
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: 'nearest' });
  };
  const boxes = [...row.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  if (event.key === 'Escape' && isText) go(boxes[0]);
  else if (isText) return;
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const next = rows[rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)];
    go(next?.querySelector<HTMLElement>(`[data-cell="${from.dataset.cell ?? '0'}"]`));
  } else if (event.key === 'Enter' && from instanceof HTMLInputElement) go(row.querySelector('textarea'));
  else if (/^[1-9]$/.test(event.key)) {
    event.preventDefault();
    boxes[Number(event.key) - 1]?.click();
  }
}
