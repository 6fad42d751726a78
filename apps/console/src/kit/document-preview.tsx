/** A Word file drawn in the page, with what this machine has of the fonts that it asks for. */
import { parseAsync, renderDocument } from 'docx-preview';
import { useEffect, useRef, useState } from 'react';
import { standIns } from 'virtual:fonts';
import { nonce } from './nonce.js';
import './document-preview.css';

/** Tabs are measured once it is drawn, which the library calls experimental. */
const options = { experimental: true, renderAltChunks: false, ignoreFonts: true };

export function DocumentPreview({ content }: { readonly content: Blob }) {
  const place = useRef<HTMLDivElement>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    drawn(content).then(
      (nodes) => !isGone && place.current?.replaceChildren(...nodes),
      () => setFailed(true),
    );
    return () => void (isGone = true);
  }, [content]);
  if (isFailed) return <p role="alert">没能预览，请下载后用 Word 或 WPS 打开。</p>;
  return <div className="document-pages" ref={place} tabIndex={0} role="region" aria-label="公文预览" />;
}

async function drawn(content: Blob): Promise<Node[]> {
  const nodes = await renderDocument(await parseAsync(content, options), options);
  const styles = [fontStyle(), ...nodes].filter((node) => node instanceof HTMLStyleElement);
  for (const style of styles) style.nonce = nonce;
  return [...styles, ...nodes.filter((node) => !(node instanceof HTMLStyleElement))];
}

function fontStyle(): HTMLStyleElement {
  const faces = Object.entries(standIns).map(([name, otherwise]) => {
    const sources = [name, ...otherwise].map((one) => `local('${one}')`);
    return `@font-face { font-family: '${name}'; src: ${sources.join(', ')}; }`;
  });
  return Object.assign(document.createElement('style'), { textContent: faces.join('\n') });
}
