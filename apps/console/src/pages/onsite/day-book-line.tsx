/** One line of the day book: an interview, a visit or a check, with what was said and seen there if somebody writes it down. */
import { Input } from 'antd';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { inputId } from '../../kit/form/fields-input.js';
import { LongText } from '../../kit/form/long-text.js';

export interface Entry {
  readonly title?: string | undefined;
  readonly notes?: string | undefined;
}

const LONGEST_TITLE = 200;
const LONGEST_NOTES = 10_000;
export const titleId = (index: number) => inputId(`activities.${index}.title`);

interface LineProps {
  readonly index: number;
  readonly entry: Entry;
  readonly fault: string | undefined;
  readonly change: (entry: Entry) => void;
  readonly remove: () => void;
  readonly paste: (entries: readonly Entry[]) => void;
}

export function Line({ index, entry, fault, change, remove, paste }: LineProps) {
  const [isOpen, setOpen] = useState(Boolean(entry.notes));
  const { title = '', notes = '' } = entry;
  const keys = keysOf({ index, entry, remove, paste });
  return (
    <li>
      <span className="second number" aria-hidden="true">
        {index + 1}
      </span>
      <Input
        id={titleId(index)}
        aria-label={`第 ${index + 1} 次：做了什么`}
        value={title}
        maxLength={LONGEST_TITLE}
        placeholder={index === 0 ? '例：走访第三村民小组，了解土地租金发放（不写人名）' : ''}
        {...(fault ? { status: 'error' as const } : {})}
        onChange={({ target }) => change({ ...entry, title: target.value || undefined })}
        {...keys}
      />
      <button
        type="button"
        className={notes ? 'icon-button has-notes' : 'icon-button'}
        aria-expanded={isOpen}
        aria-label={`第 ${index + 1} 次的记要`}
        onClick={() => setOpen(!isOpen)}
      >
        记要
      </button>
      {fault && <p className="fault">{fault}</p>}
      {isOpen && (
        <LongText
          aria-label={`第 ${index + 1} 次的记要内容`}
          autoFocus
          value={notes}
          maxLength={LONGEST_NOTES}
          fewest={2}
          most={16}
          placeholder="谈了什么、看到什么。只有本组和巡察办能看，查看留痕。"
          onChange={({ target }) => change({ ...entry, notes: target.value || undefined })}
        />
      )}
    </li>
  );
}

/** Enter goes to the next line, Backspace takes an empty one away, and several lines pasted at once become several. */
function keysOf({ index, entry, remove, paste }: Pick<LineProps, 'index' | 'entry' | 'remove' | 'paste'>) {
  const { title, notes } = entry;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      if (title) document.getElementById(titleId(index + 1))?.focus();
    } else if (event.key === 'Backspace' && !title && !notes && index > 0) {
      event.preventDefault();
      remove();
      document.getElementById(titleId(index - 1))?.focus();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .filter((line) => line.trim());
    if (lines.length < 2) return;
    event.preventDefault();
    paste(lines.map((line) => ({ title: line.trim().slice(0, LONGEST_TITLE) })));
  };
  return { onKeyDown, onPaste };
}
