import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Loading } from '../notices.js';
import type { ViewProps } from './file-drawer.js';
import { PageOfPdf } from './page-of-pdf.js';
import type { Pdf } from './pdf.js';
import { Unshown } from './file-kind.js';
import { Stage, useHold, useMeasures } from './stage.js';

const MARGIN = 32;
const MOST_WIDTH = 860;
/** A page is the one looked at once it fills the upper third. */
const UPPER = 1 / 3;

export default function PdfView({ content, fail, ...props }: ViewProps) {
  const [pdf, setPdf] = useState<Pdf>();
  useEffect(() => {
    let end = () => Promise.resolve();
    let isGone = false;
    const open = async () => {
      const [{ opening }, data] = await Promise.all([import('./pdf.js'), content.arrayBuffer()]);
      if (isGone) return;
      const task = opening(data);
      end = () => task.destroy();
      setPdf(await task.promise);
    };
    open().catch((error: unknown) => !isGone && fail(asUnshown(error)));
    return () => {
      isGone = true;
      void end();
    };
  }, [content]);
  return pdf ? <Pages {...props} pdf={pdf} /> : <Loading text="正在打开…" />;
}

function Pages({ pdf, name }: { pdf: Pdf; name: string }) {
  const place = useRef<HTMLDivElement>(null);
  const stage = useMeasures(place);
  const [at, setAt] = useState(1);
  const { zoom, turn, tools, keys } = useHold();
  const pages = () => [...place.current!.querySelectorAll<HTMLElement>('.pdf-page')];
  const look = () => {
    const { scrollTop, clientHeight } = place.current!;
    const begun = pages().filter(({ offsetTop }) => offsetTop <= scrollTop + clientHeight * UPPER);
    setAt(Math.max(1, begun.length));
  };
  const turnTo = (number: number) => {
    const page = pages()[number - 1];
    if (page) place.current!.scrollTop = page.offsetTop - MARGIN / 2;
  };
  const leaf = { ArrowLeft: () => turnTo(at - 1), ArrowRight: () => turnTo(at + 1) };
  const width = stage && Math.min(stage.width - MARGIN, MOST_WIDTH) * zoom;
  return (
    <Stage
      place={place}
      label={`PDF 文件 ${name}，共 ${pdf.numPages} 页`}
      keys={{ ...keys, ...leaf }}
      onScroll={look}
      tools={
        <>
          <Button type="text" icon={<LeftOutlined />} aria-label="上一页" disabled={at === 1} onClick={leaf.ArrowLeft} />
          <span className="number" aria-live="polite">
            第 {at} / {pdf.numPages} 页
          </span>
          <Button type="text" icon={<RightOutlined />} aria-label="下一页" disabled={at === pdf.numPages} onClick={leaf.ArrowRight} />
          {tools}
        </>
      }
    >
      {width &&
        Array.from({ length: pdf.numPages }, (_, index) => (
          <PageOfPdf key={index} pdf={pdf} number={index + 1} width={width} turn={turn} />
        ))}
    </Stage>
  );
} // oxfmt-ignore

const asUnshown = (error: unknown) =>
  error instanceof Error && error.name === 'PasswordException' ? new Unshown('encrypted') : error;
