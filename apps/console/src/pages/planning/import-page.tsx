/** Filling the register from a file: what it must look like, how far it is, and everything that is wrong with it at once. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Input, Progress } from 'antd';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { LedgerPart } from '../../kit/ledger-part.js';
import { Forbidden } from '../../kit/notices.js';
import { PageHead } from '../../kit/page-head.js';
import { Part } from '../../kit/part.js';
import { PlainTable } from '../../kit/plain-table.js';
import { faultsIn, TableFaults } from '../../kit/table-faults.js';
import { shownNumber } from '../../kit/numbers.js';
import { importColumns } from './import-columns.js';
import './planning.css';
import { imports } from './register.js';
import { useImport, type Stage } from './use-import.js';

export function ImportPage() {
  const { may, isKnown } = useRights();
  const { stage, isBusy, start, again } = useImport();
  const [on, setOn] = useState('');
  if (isKnown && !may(callOf('importRegister').permission)) return <Forbidden />;
  return (
    <>
      <PageHead
        title="从文件导入登记册"
        crumbs={[['登记册', '/register']]}
        says="一次登记许多组织。有一行不对，就一行也不导入，并把全部错误列出来；改好再传即可。"
      />
      <Part
        title="一、准备文件"
        aside={
          <Button icon={<DownloadOutlined />} onClick={() => void saveTemplate()}>
            下载 Excel 模板
          </Button>
        }
      >
        <p>一行填一个组织，列名要和模板一样，先后没有关系。必填的只有代码、名称和类别。</p>
        <details className="guide">
          <summary>各列怎么填</summary>
          <Columns />
        </details>
      </Part>
      <Part title="二、选择文件">
        <div className="import-date">
          <label htmlFor="import-on">登记日期</label>
          <Input id="import-on" type="date" value={on} onChange={({ target }) => setOn(target.value)} />
          <span className="second">从这一天起计入覆盖率；不填为今天。</span>
        </div>
        <Drop isBusy={isBusy} take={(file) => void start(file, on || undefined)} />
        <How stage={stage} again={again} />
      </Part>
      <Faults stage={stage} />
      <LedgerPart ledger={imports} input={{}} />
    </>
  );
}

function Columns() {
  return (
    <PlainTable label="各列怎么填" heads={['列名', '必填', '怎么填']}>
      {importColumns().map(({ title, needed, says }) => (
        <tr key={title}>
          <td className="day">{title}</td>
          <td>{needed ? '是' : ''}</td>
          <td>{says}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

async function saveTemplate(): Promise<void> {
  const { saveRows } = await import('../../kit/table-file.js');
  const titles = importColumns().map(({ title }) => title);
  await saveRows('登记册模板', titles, []);
}

function Drop({ isBusy, take }: { isBusy: boolean; take: (file: File) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent, next: boolean) => {
    event.preventDefault();
    setOver(next);
  };
  return (
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        const [file] = event.dataTransfer.files;
        if (file && !isBusy) take(file);
      }}
    >
      <input
        ref={field}
        type="file"
        accept=".csv,.xlsx"
        className="unseen"
        tabIndex={-1}
        aria-label="登记册文件"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) take(file);
        }}
      />
      <Button
        type="primary"
        icon={<UploadOutlined />}
        loading={isBusy}
        onClick={() => field.current?.click()}
      >
        选择文件
      </Button>
      <p className="second">
        或把文件拖到这里。收 Excel（.xlsx）和 CSV，最多 8 MB；行数太多时会请您分成几个文件。
      </p>
    </div>
  );
}

function How({ stage, again }: { stage: Stage; again: () => void }) {
  switch (stage.at) {
    case 'choosing':
      return null;
    case 'uploading':
      return <Going name={stage.name} since={stage.since} percent={20} text="正在上传，请不要关闭这一页" />;
    case 'checking':
      return (
        <Going
          name={stage.name}
          since={stage.since}
          percent={60}
          text="已上传，正在逐行检查并登记。可以离开这一页，结果会出现在下面的“历次导入”里"
        />
      );
    case 'done':
      return (
        <Alert
          type="success"
          showIcon
          role="status"
          title={`导入完成：新登记 ${shownNumber(stage.result.registered)} 个组织`}
          description={
            <>
              文件共 {shownNumber(stage.result.rows)} 行，其中 {shownNumber(stage.result.known)}{' '}
              行此前已同样登记，没有重复登记。<Link to={'/register' as never}>去登记册看看</Link>
            </>
          }
        />
      );
    case 'refused':
      return (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={`${stage.name}：没有导入`}
          description={stage.problem.detail}
          action={<Button onClick={again}>知道了</Button>}
        />
      );
  }
}

const TICK_MS = 1_000;

function Going({
  name,
  since,
  percent,
  text,
}: {
  name: string;
  since: number;
  percent: number;
  text: string;
}) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div role="status" className="going">
      <Progress percent={percent} status="active" showInfo={false} aria-label={text} />
      <p>
        {name}：{text}…（{Math.max(0, Math.round((now - since) / TICK_MS))} 秒）
      </p>
    </div>
  );
}

function Faults({ stage }: { stage: Stage }) {
  const faults = stage.at === 'refused' ? faultsIn(stage.problem) : undefined;
  return faults ? <TableFaults key={faults.total} {...faults} /> : null;
}
