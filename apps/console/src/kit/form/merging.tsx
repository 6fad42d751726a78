/** Both versions of what two people changed, field by field (ui.md: nothing is overwritten). */
import { Button } from 'antd';
import { fieldWord } from '../../words/words.js';
import type { Fields } from '../field.js';
import { Value } from '../value.js';
import type { Conflict } from './merge.js';

interface MergingProps {
  readonly fields: Fields;
  readonly command: string;
  readonly conflicts: readonly Conflict[];
  readonly taken: readonly string[];
  readonly settle: (field: string, value: unknown) => void;
}

export function Merging({ fields, command, conflicts, taken, settle }: MergingProps) {
  if (conflicts.length === 0 && taken.length === 0) return null;
  return (
    <section className="card" aria-label="两个版本">
      <header>
        <h2>别人刚刚改过这条记录</h2>
      </header>
      <div className="body">
        {taken.length > 0 && (
          <p>
            对方改了、您没有动过的已经更新：{taken.map((field) => fieldWord(field, command)).join('、')}。
          </p>
        )}
        {conflicts.map(({ field, mine, theirs }) => (
          <div className="versions" key={field}>
            <strong>{fieldWord(field, command)}：两人都改了，请选一个</strong>
            <div>
              <span className="second">我写的</span>
              <Value name={field} field={fields[field]} value={mine} />
              <Button size="small" onClick={() => settle(field, mine)}>
                用我写的
              </Button>
            </div>
            <div>
              <span className="second">现在的</span>
              <Value name={field} field={fields[field]} value={theirs} />
              <Button size="small" onClick={() => settle(field, theirs)}>
                用现在的
              </Button>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
