/** Of an advice letter: its answer, and what it changed or why it changed nothing. */
import type { Answer, FileRef } from '../../api/names.js';
import { FileLink } from '../../kit/files/file-link.js';
import { Part } from '../../kit/part.js';
import { Withdrawal } from '../../kit/withdrawal.js';

type Letter = Answer<'readAdviceLetter'>;

export function AdviceLetterParts({ view }: { view: Letter }) {
  const { id, withdrawal, files, answer, changes, noChange } = view;
  return (
    <>
      <Withdrawal withdrawal={withdrawal} />
      {files.length > 0 && (
        <Part title="附件">
          <Files files={files} of={id} />
        </Part>
      )}
      {answer && (
        <Part title="书面答复" aside={<span className="second number">{answer.on}</span>}>
          <p className="prose">{answer.text}</p>
          <Files files={answer.files} of={id} />
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

function Files({ files, of }: { files: readonly FileRef[]; of: string }) {
  return (
    <ul className="evidence">
      {files.map((file) => (
        <li key={file.sha256}>
          <FileLink file={file} of="adviceLetterFiles" given={{ adviceLetterId: of }} among={files} />
        </li>
      ))}
    </ul>
  );
}
