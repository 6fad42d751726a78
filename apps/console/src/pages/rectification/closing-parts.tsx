/** On what an item was closed out: each piece of evidence as it was seen, with its hash and when it was received (rules.md 10). */
import type { Answer } from '../../api/names.js';
import { shownInstant } from '../../kit/clock.js';
import { FileLink } from '../../kit/files/file-link.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { Who } from '../../kit/timeline.js';
import { valueWord } from '../../words/words.js';

type Item = Answer<'readItem'>;
type Closing = Item['closings'][number];
type Submission = Item['submissions'][number];

export function ClosingParts({ view }: { view: Item }) {
  if (view.closings.length === 0) return null;
  return (
    <Part title="销号依据" aside={<span className="second">销号与下列材料绑定，材料一变即作废</span>}>
      {[...view.closings].reverse().map((closing, index) => (
        <OneClosing key={index} item={view} closing={closing} />
      ))}
    </Part>
  );
}

/** What was handed in may have been handed in before: the last of the day of the closing is what was seen. */
function seenAt({ submissions }: Item, { hash, on }: Closing): Submission | undefined {
  return submissions.findLast((submission) => submission.hash === hash && submission.on <= on);
}

function OneClosing({ item, closing }: { item: Item; closing: Closing }) {
  const { hash, on, by, undone } = closing;
  const seen = seenAt(item, closing);
  return (
    <section aria-label={`${on} 销号`} className="closing">
      <h3 className="part-title">
        {on} <Who id={by} /> 销号
        {undone && (
          <span className="second">
            ，{undone.on} 作废（{valueWord('ReopenedBecause', undone.because)}）
          </span>
        )}
      </h3>
      <p className="second number">
        {seen && (
          <>
            {seen.at ? shownInstant(seen.at) : seen.on} 收到 <Who id={seen.by} />
            {seen.as && `（${valueWord('HandedInAs', seen.as)}）`} 报送，
          </>
        )}
        核对值 <span className="hash">{hash}</span>
      </p>
      {seen && <Evidence item={item} seen={seen} />}
    </section>
  );
}

function Evidence({ item, seen: { evidence } }: { item: Item; seen: Submission }) {
  const files = evidence.flatMap(({ file }) => file ?? []);
  return (
    <PlainTable label="销号时所见的佐证" heads={['佐证', '文件或原件存放处', 'SHA-256']} className="stack">
      {evidence.map(({ title, file, reference }, index) => (
        <tr key={index}>
          <td data-word="佐证">{title}</td>
          <td data-word="存于">
            {file && <FileLink file={file} of="itemFiles" given={{ itemId: item.id }} among={files} />}
            {reference && <div>{reference}</div>}
          </td>
          <td data-word="SHA-256">
            {file ? <span className="hash">{file.sha256}</span> : <span className="nothing">—</span>}
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
