/** Which of a round's documents go into its zip. */
import { App, Checkbox, Modal, Progress } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { saveAs } from '../../kit/save-as.js';
import type { Source } from './round-sources.js';
import { zipOf } from './round-zip.js';
import type { Round } from './round.js';

interface Props {
  readonly round: Round;
  readonly offered: readonly Source[];
  readonly close: () => void;
}

export default function RoundZipDialog({ round: { id, name }, offered, close }: Props) {
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [percent, setPercent] = useState<number>();
  const write = async () => {
    setPercent(0);
    try {
      const wanted = offered.filter(({ query }) => chosen.includes(query));
      const { content, written } = await zipOf(wanted, { ask: ask as never, roundId: id, tell: setPercent });
      if (written > 0) saveAs(content, `${name}公文.zip`);
      else message.info('这一轮还没有可以成文的记录');
      close();
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setPercent(undefined);
    }
  };
  return (
    <Modal
      open
      title="整轮公文打包下载"
      okText="打包下载"
      okButtonProps={{ disabled: chosen.length === 0, loading: percent !== undefined }}
      onOk={() => void write()}
      onCancel={close}
    >
      <p className="second">每份单独成文，查看照样留痕；压缩包里的目录写明有哪些、哪些没能成文及原因。</p>
      <Checkbox.Group
        value={[...chosen]}
        options={offered.map(({ query, name: label }) => ({ value: query, label }))}
        onChange={(next) => setChosen(next as string[])}
      />
      {percent !== undefined && <Progress percent={percent} />}
    </Modal>
  );
}
