import { useEffect, useRef, useState } from 'react';
import { Loading } from '../notices.js';
import type { ViewProps } from './file-drawer.js';
import { Stage } from './stage.js';
import { textOf } from './text.js';

export default function TextView({ name, content, fail }: ViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [read, setRead] = useState<ReturnType<typeof textOf>>();
  useEffect(() => {
    content
      .arrayBuffer()
      .then((buffer) => setRead(textOf(new Uint8Array(buffer))))
      .catch(fail);
  }, [content]);
  if (!read) return <Loading text="正在打开…" />;
  return (
    <Stage place={place} label={`文本 ${name}`}>
      {read.isCut && <p className="file-note">文字太长，这里只显示开头，其余请下载后查看。</p>}
      <pre className="file-text">{read.text}</pre>
    </Stage>
  );
}
