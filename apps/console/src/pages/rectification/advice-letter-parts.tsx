/** Of an advice letter: its answer, and what it changed or why it changed nothing. */
import type { Answer } from '../../api/names.js';
import { FileList } from '../../kit/files/file-list.js';
import { Part } from '../../kit/part.js';
import { Withdrawal } from '../../kit/withdrawal.js';

type Letter = Answer<'readAdviceLetter'>;

export function AdviceLetterParts({ view }: { view: Letter }) {
  const { id, withdrawal, files, answer, changes, noChange } = view;
  const of = { of: 'adviceLetterFiles', given: { adviceLetterId: id } } as const;
  return (
    <>
      <Withdrawal withdrawal={withdrawal} />
      {files.length > 0 && (
        <Part title="附件">
          <FileList files={files} {...of} />
        </Part>
      )}
      {answer && (
        <Part title="书面答复" aside={<span className="second number">{answer.on}</span>}>
          <p className="prose">{answer.text}</p>
          <FileList files={answer.files} {...of} />
        </Part>
      )}
      {(changes.length > 0 || noChange) && (
        <Part title="建议带来的改变">
          {noChange && <p>没有带来改变：{noChange}</p>}
          <ul className="evidence">
            {changes.map(({ text, on }, index) => (
              <li key={index}>
                <span className="number">{on}</span> {text}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
