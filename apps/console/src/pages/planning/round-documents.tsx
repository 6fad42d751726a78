/** Official documents of a whole round in one zip, with a list that says what is in it and what could not be written, and why. */
import { FileZipOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Modal, Progress } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { saveAs } from '../../kit/save-as.js';
import { sources, zipOf, type Source } from './round-zip.js';
import type { Round } from './round.js';

export function RoundDocuments({ round: { id, name } }: { round: Round }) {
  const { may } = useRights();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [percent, setPercent] = useState<number>();
  const offered = sources.filter(({ list, query }) =>
    [list, query].every((one) => may(callOf(one).permission)),
  );
  if (offered.length === 0) return null;
  const write = async () => {
    setPercent(0);
    try {
      const wanted: readonly Source[] = offered.filter(({ query }) => chosen.includes(query));
      const { content, written } = await zipOf(wanted, { ask: ask as never, roundId: id, tell: setPercent });
      if (written > 0) saveAs(content, `${name}公文.zip`);
      else message.info('这一轮还没有可以成文的记录');
      setOpen(false);
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setPercent(undefined);
    }
  };
  return (
    <>
      <Button icon={<FileZipOutlined />} onClick={() => setOpen(true)}>
        整轮公文
      </Button>
      <Modal
        open={isOpen}
        title="整轮公文打包下载"
        okText="打包下载"
        okButtonProps={{ disabled: chosen.length === 0, loading: percent !== undefined }}
        onOk={() => void write()}
        onCancel={() => setOpen(false)}
      >
        <p className="second">每份单独成文，查看照样留痕；压缩包里的目录写明有哪些、哪些没能成文及原因。</p>
        <Checkbox.Group
          value={[...chosen]}
          options={offered.map(({ query, name: label }) => ({ value: query, label }))}
          onChange={(next) => setChosen(next as string[])}
        />
        {percent !== undefined && <Progress percent={percent} />}
      </Modal>
    </>
  );
}
