/** How far a file is: on its way up, and then as its service tells. */
import { Progress } from 'antd';
import { valueWord } from '../../words/words.js';
import type { Going as OnItsWay } from '../../api/upload.js';
import { shownNumber, shownSize } from '../numbers.js';
import type { ShownImport } from './imports.js';

interface Sending {
  readonly name: string;
  readonly size: number;
  readonly going?: OnItsWay;
}

export function Sent({ name, size, going: { bytes, isWaiting } = { bytes: 0, isWaiting: false } }: Sending) {
  const far = bytes > 0 ? `，已传 ${shownSize(bytes)} / ${shownSize(size)}` : '';
  const says = isWaiting ? '网络断了，连上后自动接着传' : '正在上传';
  const percent = Math.round((bytes / size) * SENT_PERCENT);
  return <Bar percent={percent} text={`${name}：${says}，请不要关闭这一页…${far}`} />;
}

/** Of all that is to be done with it. */
const SENT_PERCENT = 10;

/** Reading takes little, checking some, and registering the most of the time. */
const spans = {
  reading: [10, 10],
  checking: [10, 40],
  registering: [40, 100],
} as const;

export function Going({ found: { file, progress } }: { found: ShownImport }) {
  if (!progress) return <Bar percent={10} text={`${file.name}：已上传，马上开始检查。${LEAVE}`} />;
  const { phase, done, total } = progress;
  const [from, to] = spans[phase];
  const percent = Math.round(from + (total > 0 ? (done / total) * (to - from) : 0));
  const far = total > 0 ? `，${shownNumber(done)} / ${shownNumber(total)} 行` : '';
  return <Bar percent={percent} text={`${file.name}：${valueWord('ImportPhase', phase)}${far}。${LEAVE}`} />;
}

const LEAVE = '可以离开这一页，回来还在这里';

function Bar({ percent, text }: { percent: number; text: string }) {
  return (
    <div role="status" className="going">
      <Progress percent={percent} status="active" showInfo={false} aria-label={text} />
      <p>{text}</p>
    </div>
  );
}
