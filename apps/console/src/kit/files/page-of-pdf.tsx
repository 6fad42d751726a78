/** One page of a PDF, drawn when it comes near to what is looked at and given up when it has gone. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Pdf, PdfPage } from './pdf.js';

/** Of A4, until the page itself is known. */
const SHAPE = Math.SQRT2;
const NEAR = '100% 0px';
/** Browsers draw nothing on a canvas much larger than this. */
const MOST_PIXELS_ACROSS = 4_096;
const QUARTER = 90;

interface Props {
  readonly pdf: Pdf;
  readonly number: number;
  readonly width: number;
  readonly turn: number;
}

export function PageOfPdf({ pdf, number, width, turn }: Props) {
  const place = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useNear(place);
  const page = usePage(pdf, number, isNear);
  const shape = page ? shapeOf(page, turn) : SHAPE;
  const [text, setText] = useState('');
  useEffect(() => {
    if (!page || !isNear) return undefined;
    const drawn = draw(page, canvas.current!, width, turn);
    return () => drawn.cancel();
  }, [page, isNear, width, turn]);
  useEffect(() => void page?.getTextContent().then(({ items }) => setText(wordsIn(items))), [page]);
  return (
    <section
      ref={place}
      className="pdf-page"
      aria-label={`第 ${number} 页`}
      style={{ width, height: width * shape }}
    >
      {isNear && <canvas ref={canvas} aria-hidden="true" />}
      {text && <p className="unseen">{text}</p>}
    </section>
  );
}

function useNear(place: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const root = place.current!.parentElement;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)!.isIntersecting), {
      root,
      rootMargin: NEAR,
    });
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, [place]);
  return isNear;
}

function usePage(pdf: Pdf, number: number, isNear: boolean): PdfPage | undefined {
  const [page, setPage] = useState<PdfPage>();
  useEffect(() => {
    // A page that cannot be read stays white; the others are shown.
    if (isNear && !page) pdf.getPage(number).then(setPage, () => undefined);
  }, [pdf, number, isNear, page]);
  return page;
}

const viewOf = (page: PdfPage, turn: number, scale: number) =>
  page.getViewport({ scale, rotation: page.rotate + turn * QUARTER });

function shapeOf(page: PdfPage, turn: number): number {
  const { width, height } = viewOf(page, turn, 1);
  return height / width;
}

function draw(page: PdfPage, canvas: HTMLCanvasElement, width: number, turn: number) {
  const whole = viewOf(page, turn, 1);
  const most = MOST_PIXELS_ACROSS / Math.max(whole.width, whole.height);
  const viewport = viewOf(page, turn, Math.min((width * devicePixelRatio) / whole.width, most));
  Object.assign(canvas, { width: Math.round(viewport.width), height: Math.round(viewport.height) });
  const task = page.render({ canvas, viewport });
  // Given up on the way, or a page with a fault: what was drawn so far is what there is.
  task.promise.catch(() => undefined);
  return task;
}

type Items = Awaited<ReturnType<PdfPage['getTextContent']>>['items'];

/** For whoever hears the page. */
function wordsIn(items: Items): string {
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}
