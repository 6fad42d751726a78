import { useEffect, useRef, useState } from 'react';
import { Loading } from '../notices.js';
import type { ViewProps } from './file-drawer.js';
import { readBook } from './read-book.js';
import { cutOff, type ShownBook, type ShownSheet } from './sheets.js';
import { Stage } from './stage.js';

/** A table as it is filled in, without its colours and pictures. */
export default function SheetView({ name, content, fail }: ViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [book, setBook] = useState<ShownBook>();
  const [at, setAt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    readBook(content, stop.signal).then(setBook, (error: unknown) => !stop.signal.aborted && fail(error));
    return () => stop.abort();
  }, [content]);
  if (!book) return <Loading text="正在读表格…" />;
  const sheet = book.sheets[at];
  return (
    <Stage
      place={place}
      label={`Excel 文件 ${name}`}
      tools={<Sheets book={book} at={at} choose={setAt} />}
      keys={{}}
    >
      {sheet ? <SheetTable sheet={sheet} /> : <p className="file-note">这个文件里没有表。</p>}
    </Stage>
  );
}

interface SheetsProps {
  readonly book: ShownBook;
  readonly at: number;
  readonly choose: (at: number) => void;
}

function Sheets({ book: { sheets, sheetCount }, at, choose }: SheetsProps) {
  return (
    <div className="tabs sheet-tabs">
      {sheets.map(({ name }, index) => (
        <button type="button" key={name} aria-current={index === at} onClick={() => choose(index)}>
          {name}
        </button>
      ))}
      {sheetCount > sheets.length && <span className="second">共 {sheetCount} 张表，其余请下载后查看</span>}
    </div>
  );
}

const LETTERS = 26;
const A = 'A'.charCodeAt(0);

/** As Excel calls them: A … Z, AA … */
function columnName(index: number): string {
  const last = String.fromCharCode(A + (index % LETTERS));
  return index < LETTERS ? last : columnName(Math.floor(index / LETTERS) - 1) + last;
}

function SheetTable({ sheet }: { sheet: ShownSheet }) {
  const cut = cutOff(sheet);
  const columns = Math.max(0, ...sheet.rows.map((row) => row.length));
  return (
    <>
      {cut && <p className="file-note">{cut}</p>}
      {sheet.rowCount === 0 && <p className="file-note">这张表是空的。</p>}
      <table className="sheet" aria-label={sheet.name}>
        <thead>
          <tr>
            <td />
            {Array.from({ length: columns }, (_, index) => (
              <th scope="col" key={index}>
                {columnName(index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {row.map((text, column) => (
                <td key={column}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
