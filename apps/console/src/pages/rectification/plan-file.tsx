/** The plan as a table: taken along with the findings in it, filled in elsewhere, and read into the form below. */
import { DownloadOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { upload } from '../../api/upload.js';
import type { Answer } from '../../api/names.js';
import { Drop } from '../../kit/import/drop.js';
import '../../kit/import/import.css';
import { checkedFile } from '../../kit/import/imports.js';
import TableFaults from '../../kit/import/table-faults.js';
import { Part } from '../../kit/part.js';
import { saveFile } from '../../kit/save-as.js';
import type { Case, PlanRow } from './case-state.js';

type Refusal = NonNullable<Answer<'readPlanFile'>['refusal']>;
interface Wrong {
  readonly name: string;
  readonly says: string;
  readonly refusal?: Refusal;
  /** Fetches what was sent, with what is wrong in it. */
  readonly marked?: () => Promise<Parameters<typeof saveFile>[0]>;
}
interface Props {
  readonly caseId: Case['id'];
  /** Takes the place of all rows. */
  readonly take: (rows: readonly PlanRow[]) => void;
}

const MOST_MEGABYTES = 1;

export default function PlanFile({ caseId, take }: Props) {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong>();
  const within = async (work: () => Promise<void>, name: string) => {
    setBusy(true);
    setWrong(undefined);
    try {
      await work();
    } catch (error) {
      setWrong({ name, says: error instanceof Error ? error.message : String(error) });
    } finally {
      setBusy(false);
    }
  };
  const read = async (chosen: File) => {
    const file = checkedFile(chosen, { mostMegabytes: MOST_MEGABYTES });
    if (typeof file === 'string') throw new Error(file);
    const { sha256, bytes, mediaType } = await upload('uploadPlan', file);
    const sent = { caseId, sha256, bytes, mediaType };
    const { rows, refusal } = await ask('readPlanFile', sent);
    const { name } = chosen;
    const marked = () => ask('markedPlanFile', { ...sent, name });
    if (refusal) return setWrong({ name, says: refusal.detail, refusal, marked });
    take(rows);
    message.success(`已读入 ${rows.length} 项措施，请核对后保存`);
  };
  const save = async () => saveFile(await ask('planTemplate', { caseId }));
  return (
    <>
      <Part
        title="用表格填写"
        aside={
          <Button
            icon={<DownloadOutlined aria-hidden />}
            disabled={isBusy}
            onClick={() => void within(save, '整改方案表')}
          >
            下载整改方案表
          </Button>
        }
      >
        <p>问题和已拟的措施都已填好；填完在这里读入，代替下面的各行，核对后再保存。</p>
        <Drop
          isBusy={isBusy}
          mostMegabytes={MOST_MEGABYTES}
          take={(file) => void within(() => read(file), file.name)}
        />
        {wrong && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={`${wrong.name}：没有读入`}
            description={wrong.says}
          />
        )}
      </Part>
      {wrong?.refusal && wrong.refusal.errors.length > 0 && (
        <TableFaults {...wrong.refusal} copy={wrong.marked && <Marked fetchFile={wrong.marked} />} />
      )}
    </>
  );
}

function Marked({ fetchFile }: { fetchFile: NonNullable<Wrong['marked']> }) {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      saveFile(await fetchFile());
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" icon={<DownloadOutlined aria-hidden />} loading={isBusy} onClick={() => void save()}>
      下载标出错误的表
    </Button>
  );
}
