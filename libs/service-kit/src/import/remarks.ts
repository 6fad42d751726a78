/** What is wrong with somebody's table, in words: beside its rows, and in the copy of it that comes back marked (decisions/0016). */
import type { Fault, RowsInvalid } from '@xuncha/domain-kit';
import { problemOf } from '../problem/problems.js';
import type { Import } from './import.js';

/** One fault in words, where it stands. */
export interface Remark extends Pick<Fault, 'row' | 'column'> {
  readonly text: string;
}

/** What is wrong with a file, for whoever sent it. */
export function refusalShown({ code, facts, marked }: NonNullable<Import['refusal']>) {
  const { total = 0, errors = [] } = facts as { total?: number; errors?: readonly Fault[] };
  const texted = errors.map((fault) => ({ ...inWords(fault), code: fault.code }));
  return { code, detail: problemOf(code, facts).detail, total, errors: texted, marked: marked ?? null };
}

export function remarksOn({ faults }: RowsInvalid): Remark[] {
  return faults.map(inWords);
}

function inWords({ row, column, ...fault }: Fault): Remark {
  return { row, column, text: problemOf(fault.code, fault).detail };
}

const MARK = '（标出错误）';
const MOST_OF_NAME = 150;
/** Marked anew it is not called so twice. */
export function markedName(name: string): string {
  const plain = name.replace(/\.\w+$/, '').slice(0, MOST_OF_NAME);
  return `${plain.endsWith(MARK) ? plain : plain + MARK}.xlsx`;
}
