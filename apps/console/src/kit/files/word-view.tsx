import { useRef } from 'react';
import { DocumentPreview } from '../document-preview.js';
import type { ViewProps } from './file-drawer.js';
import { Stage, useMeasures, useZoom } from './stage.js';

/** A page of A4 with what the preview puts around it. */
const PAGE_WIDTH = 826;

export default function WordView({ name, content, fail }: ViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const stage = useMeasures(place);
  const { zoom, tools, keys } = useZoom();
  const fits = stage ? Math.min(1, stage.width / PAGE_WIDTH) : 1;
  return (
    <Stage place={place} label={`Word 文件 ${name}`} tools={tools} keys={keys}>
      <p className="file-note">这是内容预览；分页和字体以下载后用 Word 或 WPS 打开的为准。</p>
      <div style={{ zoom: fits * zoom }}>
        <DocumentPreview content={content} fail={fail} />
      </div>
    </Stage>
  );
}
