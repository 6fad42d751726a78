/** Everything that is wrong with a file somebody filled in, to be mended in one go: by row and column, and in the file itself. */
import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { PlainTable } from '../plain-table.js';
import { shownNumber } from '../numbers.js';
import type { ShownImport } from './imports.js';

type Faults = Pick<NonNullable<ShownImport['refusal']>, 'total' | 'errors'>;
type Fault = Faults['errors'][number];

const ROWS = 50;

interface Props extends Faults {
  /** The marked copy, if there is one. */
  readonly copy: ReactNode;
}

export default function TableFaults({ total, errors, copy }: Props) {
  const [page, setPage] = useState(0);
  const pages = Math.ceil(errors.length / ROWS);
  const shown = errors.slice(page * ROWS, (page + 1) * ROWS);
  return (
    <section className="card" aria-label="文件中的错误">
      <header>
        <h2>
          {shownNumber(total)} 处要改，一条也没有导入
          {errors.length < total && `（先列出 ${shownNumber(errors.length)} 处）`}
        </h2>
      </header>
      {copy && (
        <p className="marked-copy">
          {copy} 就是您的原表：错的格已标红，最后一列写着每行怎么改。改好后直接上传这个文件。
        </p>
      )}
      <Rows faults={shown} />
      {pages > 1 && (
        <div className="pager">
          <span className="second">
            第 {page + 1} 页，共 {pages} 页
          </span>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            上一页
          </Button>
          <Button disabled={page + 1 === pages} onClick={() => setPage(page + 1)}>
            下一页
          </Button>
        </div>
      )}
    </section>
  );
}

function Rows({ faults }: { faults: readonly Fault[] }) {
  return (
    <PlainTable label="错误表" heads={['行', '列', '怎么改']}>
      {faults.map((fault, index) => (
        <tr key={index}>
          <td className="number">{fault.row}</td>
          <td>{fault.column}</td>
          <td>{fault.text}</td>
        </tr>
      ))}
    </PlainTable>
  );
}
