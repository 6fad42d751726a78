/** Where a file is looked at: what can be done with it above, the file itself below, scrolled by itself and by its keys. */
import { RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';

interface Props {
  readonly place: RefObject<HTMLDivElement | null>;
  /** What is to be seen there, for whoever hears it. */
  readonly label: string;
  readonly tools?: ReactNode;
  readonly keys?: Readonly<Record<string, () => void>>;
  readonly onScroll?: () => void;
  readonly children: ReactNode;
}

export function Stage({ place, label, tools, keys = {}, onScroll, children }: Props) {
  useEffect(() => place.current?.focus({ preventScroll: true }), [place]);
  return (
    <>
      {tools && (
        <div className="file-tools" role="toolbar" aria-label="查看">
          {tools}
        </div>
      )}
      <div
        ref={place}
        className="file-stage"
        tabIndex={0}
        role="region"
        aria-label={label}
        onScroll={onScroll}
        onKeyDown={({ key, ctrlKey, metaKey, altKey }) => !ctrlKey && !metaKey && !altKey && keys[key]?.()}
      >
        {children}
      </div>
    </>
  );
}

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
const WHOLE_TURN = 4;

/** How large, with the buttons and keys for it. */
export function useZoom() {
  const [step, setStep] = useState<number>(STEPS.indexOf(1));
  const zoom = STEPS[step]!;
  const larger = () => setStep((now) => Math.min(now + 1, STEPS.length - 1));
  const smaller = () => setStep((now) => Math.max(now - 1, 0));
  const fit = () => setStep(STEPS.indexOf(1));
  const isLargest = step === STEPS.length - 1;
  const tools = (
    <>
      <Button type="text" icon={<ZoomOutOutlined />} aria-label="缩小" disabled={step === 0} onClick={smaller} />
      <Button type="text" className="number" aria-label={`${zoom * 100}%，恢复适合大小`} onClick={fit}>
        {zoom * 100}%
      </Button>
      <Button type="text" icon={<ZoomInOutlined />} aria-label="放大" disabled={isLargest} onClick={larger} />
    </>
  ); // oxfmt-ignore
  return { zoom, tools, keys: { '+': larger, '=': larger, '-': smaller, '0': fit } };
}

/** Which way up, as well. */
export function useHold() {
  const { zoom, ...zooming } = useZoom();
  const [turn, setTurn] = useState(0);
  const onward = () => setTurn((now) => (now + 1) % WHOLE_TURN);
  const tools = (
    <>
      {zooming.tools}
      <Button type="text" icon={<RotateRightOutlined />} aria-label="向右转" onClick={onward} />
    </>
  );
  return { zoom, turn, tools, keys: { ...zooming.keys, r: onward } };
}

interface Measures {
  readonly width: number;
  readonly height: number;
}

/** Of what is inside a place, now and whenever the window changes. */
export function useMeasures(place: RefObject<HTMLElement | null>): Measures | undefined {
  const [measures, setMeasures] = useState<Measures>();
  useEffect(() => {
    const watched = place.current!;
    const observer = new ResizeObserver(() =>
      setMeasures({ width: watched.clientWidth, height: watched.clientHeight }),
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [place]);
  return measures;
}
