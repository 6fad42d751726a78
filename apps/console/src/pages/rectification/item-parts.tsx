/** What an organization handed in: whoever closes it out looks at exactly this, and the close-out is bound to it. */
import type { Answer } from '../../api/names.js';
import { FileLink } from '../../kit/files/file-link.js';
import { Part } from '../../kit/part.js';
import { Who } from '../../kit/timeline.js';

type Item = Answer<'readItem'>;
type Submission = Item['submissions'][number];

/** In the order in which people say them. */
const FIVE = [
  ['person', '见人'],
  ['matter', '见事'],
  ['unit', '见单位'],
  ['result', '见结果'],
  ['accountability', '见责任'],
] as const;
const HASH_SHOWN = 12;

export function ItemParts({ view }: { view: Item }) {
  const [last, ...former] = [...view.submissions].reverse();
  if (!last) return null;
  const closing = view.closings.at(-1);
  const isClosedOn = closing && !closing.undone && closing.hash === last.hash;
  return (
    <Part
      title={view.state === 'submitted' ? '待验收的佐证与结果' : '报送的佐证与结果'}
      aside={
        <span className="second number">
          {last.on} <Who id={last.by} /> 报送
        </span>
      }
    >
      <Handed item={view} submission={last} />
      <p className="second">
        核对值 <span className="hash">{last.hash.slice(0, HASH_SHOWN)}…</span>
        {isClosedOn
          ? '，与销号时所见一致'
          : view.state === 'submitted'
            ? '，销号即认可以上全部内容；之后有更换，销号作废'
            : ''}
      </p>
      {former.length > 0 && (
        <details className="former">
          <summary>以前报送的 {former.length} 次</summary>
          {former.map((submission, index) => (
            <section key={index} aria-label={`${submission.on} 报送`}>
              <p className="second number">
                {submission.on} <Who id={submission.by} />
              </p>
              <Handed item={view} submission={submission} />
            </section>
          ))}
        </details>
      )}
    </Part>
  );
}

function Handed({ item, submission: { evidence, result } }: { item: Item; submission: Submission }) {
  const files = evidence.flatMap(({ file }) => file ?? []);
  return (
    <>
      <h3 className="part-title">五见结果</h3>
      <dl className="five-see-result">
        {FIVE.map(([name, word]) => (
          <div key={name} className="pair">
            <dt>{word}</dt>
            <dd>{result[name] ?? <span className="nothing">—</span>}</dd>
          </div>
        ))}
      </dl>
      <h3 className="part-title">佐证材料 {evidence.length} 份</h3>
      <ol className="evidence">
        {evidence.map(({ title, file, reference }, index) => (
          <li key={index}>
            {title}
            {file && (
              <div>
                <FileLink file={file} of="itemFiles" given={{ itemId: item.id }} among={files} />
              </div>
            )}
            {reference && <div className="second">原件存放处：{reference}</div>}
          </li>
        ))}
      </ol>
    </>
  );
}
