/** 卷内文件目录, of the file as its reader is shown it. */
import type { Out, readArchiveFile } from '@xuncha/contracts';
import { dayInWords, valueWord, type forms } from '@xuncha/documents';
import type { Names } from '@xuncha/service-kit';

type Shown = Out<typeof readArchiveFile>;
type Line = Shown['lines'][number];

export function contentsListOf(
  file: Pick<
    Shown,
    'number' | 'title' | 'retention' | 'closedOn' | 'documents' | 'pages' | 'absences' | 'lines'
  >,
  { organization }: Pick<Names, 'organization'>,
): typeof forms.archiveContents.example {
  return {
    案卷号: file.number,
    案卷题名: file.title,
    保管期限: file.retention ? valueWord('Retention', file.retention) : '',
    整理日期: dayInWords(file.closedOn),
    件数: String(file.documents),
    页数: String(file.pages),
    缺件数: String(file.absences),
    文件: file.lines.map((line) => rowOf(line, organization(line.organizationId))),
  };
}

function rowOf({ form, number, firstPage, document, absence }: Line, of: string) {
  const kind = valueWord('ArchiveForm', form);
  const what = of === '' ? kind : `${kind}（${of}）`;
  return {
    件号: number === null ? '' : String(number),
    责任者: document?.author ?? '',
    题名: document?.title ?? what,
    日期: document?.dated.replaceAll('-', '') ?? '',
    页号: document && firstPage !== null ? pagesOf(firstPage, document.pages) : '',
    期限: document ? valueWord('Retention', document.retention) : '',
    备注: absence === null ? (document ? '' : '尚缺') : `缺件：${absence}`,
  };
}

const pagesOf = (first: number, pages: number) =>
  pages === 1 ? String(first) : `${first}–${first + pages - 1}`;
