/** The contents list of an archive file: what must be there, what is, and what can be done about it. */
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { FileLink } from '../../kit/files/file-link.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { Referred } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';
import { ArchivePackage } from './archive-package.js';
import type { ArchiveFile } from './archive-files.js';

type Line = ArchiveFile['lines'][number];

const heads = ['件号', '文件', '责任者', '日期', '页数', '页号', '保管期限', '办理'];

export function ArchiveContents({ of }: { of: ArchiveFile }) {
  const { missing, documents, pages } = of;
  const aside = (
    <span className="second">
      已归 {documents} 件 {pages} 页{missing > 0 && `，尚缺 ${missing} 件`}
    </span>
  );
  return (
    <Part title="卷内目录" aside={aside}>
      <PlainTable label="卷内目录" heads={heads} className="stack archive">
        {of.lines.map((line) => (
          <Row key={line.id} of={of} line={line} />
        ))}
      </PlainTable>
      {of.state !== 'open' && <ArchivePackage of={of} />}
    </Part>
  );
}

function Row({ of, line }: { of: ArchiveFile; line: Line }) {
  const { number, firstPage, document } = line;
  const cells = [
    number ?? '',
    <What key="what" of={of} line={line} />,
    document?.author ?? '',
    document && <Unbroken key="dated" text={document.dated} />,
    document?.pages ?? '',
    document && firstPage && <Unbroken key="at" text={pagesOf(firstPage, document.pages)} />,
    document ? valueWord('Retention', document.retention) : '',
    <Actions key="do" of={of} line={line} />,
  ];
  return (
    <tr>
      {cells.map((cell, index) => (
        <td key={heads[index]} data-word={heads[index]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

const Unbroken = ({ text }: { text: string }) => <span className="number day">{text}</span>;

const pagesOf = (first: number, pages: number) =>
  pages === 1 ? String(first) : `${first}–${first + pages - 1}`;

function What({
  of,
  line: { form, organizationId, document, absence, isExpected },
}: {
  of: ArchiveFile;
  line: Line;
}) {
  return (
    <div>
      <span className="line-form">
        {valueWord('ArchiveForm', form)}
        {organizationId && (
          <>
            {' · '}
            <Referred field="organizationId" id={organizationId} />
          </>
        )}
      </span>
      {document && (
        <>
          <div>{document.title}</div>
          <FileLink file={document.file} of="archiveFileFiles" given={{ archiveFileId: of.id }} />
        </>
      )}
      {absence !== null && <div className="absent">缺件：{absence}</div>}
      {isExpected && !document && absence === null && <div className="lacking">应归档，尚缺</div>}
    </div>
  );
}

/** The title begins as what the kind of document is called. */
function Actions({ of, line }: { of: ArchiveFile; line: Line }) {
  const { may } = useRights();
  if (of.state !== 'open' || !may(callOf('fileDocument').permission)) return null;
  const shared = { given: { archiveFileId: of.id, lineId: line.id }, seen: of.version };
  if (line.document) return <CommandButton {...shared} command="removeDocument" />;
  return (
    <div className="actions">
      <CommandButton
        {...shared}
        command="fileDocument"
        initial={{ title: valueWord('ArchiveForm', line.form) }}
      />
      <CommandButton {...shared} command="noteAbsence" />
    </div>
  );
}
