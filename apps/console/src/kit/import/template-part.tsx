/** What a file must look like: the template of its service, and what belongs into each column. */
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useAsk } from '../../api/hooks.js';
import type { Answer } from '../../api/names.js';
import { Part } from '../part.js';
import { PlainTable } from '../plain-table.js';
import { saveFile } from '../save-as.js';
import type { Imports } from './imports.js';

type Template = Answer<'registerTemplate'>;
interface Props {
  readonly imports: Pick<Imports, 'template'>;
  readonly title: string;
  readonly says: string;
}

export function TemplatePart({ imports, title, says }: Props) {
  const template = useAsk(imports.template, {}).data as Template | undefined;
  return (
    <Part title={title} aside={<TemplateButton template={template} />}>
      <p>{says}</p>
      <details className="guide">
        <summary>各列怎么填</summary>
        <PlainTable label="各列怎么填" heads={['列名', '必填', '怎么填']}>
          {template?.columns.map((column) => (
            <tr key={column.title}>
              <td className="day">{column.title}</td>
              <td>{column.needed ? '是' : ''}</td>
              <td>{column.says}</td>
            </tr>
          ))}
        </PlainTable>
      </details>
    </Part>
  );
}

function TemplateButton({ template }: { template: Template | undefined }) {
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      disabled={!template}
      onClick={() => template && saveFile(template)}
    >
      下载 Excel 模板
    </Button>
  );
}
