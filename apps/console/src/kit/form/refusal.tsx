/** What was refused or is missing, above the form. */
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { fieldWord } from '../../words/words.js';
import { inputId } from './fields-input.js';

interface RefusalProps {
  readonly faults: ReadonlyMap<string, string>;
  readonly detail: string | undefined;
  readonly isStale: boolean;
}

/** Says what is wrong and leads to each place; it takes the focus, so that nobody has to look for it. */
export function Refusal({ faults, detail, isStale }: RefusalProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (detail || faults.size > 0) box.current?.focus();
  }, [detail, faults]);
  if (!detail && faults.size === 0) return null;
  const lead = (path: string) => document.getElementById(inputId(path))?.focus();
  return (
    <div ref={box} tabIndex={-1} className="form-problem">
      <Alert
        type={isStale ? 'warning' : 'error'}
        showIcon
        title={detail ?? `还有 ${faults.size} 处没有填好`}
        description={
          faults.size > 0 && (
            <ul>
              {[...faults].map(([path, text]) => (
                <li key={path}>
                  <Button type="link" size="small" onClick={() => lead(path)}>
                    {wordOf(path)}：{text}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      />
    </div>
  );
}

function wordOf(path: string): string {
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? `第 ${Number(part) + 1} 项` : fieldWord(part)))
    .join(' · ');
}
