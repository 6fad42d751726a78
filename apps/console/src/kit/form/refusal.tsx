/** Says what is wrong and leads to each place; it takes the focus, so that nobody has to look for it. */
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Problem } from '../../api/problem.js';
import { fieldWord } from '../../words/words.js';
import { inputId } from './fields-input.js';
import { RefusedFacts } from './refused-facts.js';
import type { Tried } from './use-command.js';

interface Props {
  readonly faults: ReadonlyMap<string, string>;
  readonly problem: Problem | undefined;
  /** Each attempt takes the focus once, and does not take it again from whoever mends what was wrong. */
  readonly tried: Tried;
}

export function Refusal({ faults, problem, tried }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem || faults.size > 0) box.current?.focus();
  }, [problem, tried]);
  if (!problem && faults.size === 0) return null;
  const lead = (path: string) => document.getElementById(inputId(path))?.focus();
  return (
    <div ref={box} tabIndex={-1} className="form-problem">
      <Alert
        type={problem?.isStale ? 'warning' : 'error'}
        showIcon
        title={problem?.detail ?? `还有 ${faults.size} 处没有填好`}
        description={
          <>
            {faults.size > 0 && (
              <ul>
                {[...faults].map(([path, text]) => (
                  <li key={path}>
                    <Button type="link" size="small" onClick={() => lead(path)}>
                      {wordOf(path)}：{text}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
            {problem && <RefusedFacts facts={problem.facts} />}
          </>
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
