/** A Word file drawn in the page, with what this machine has of the fonts that it asks for. */
import { parseAsync, renderDocument } from 'docx-preview';
import { useEffect, useRef } from 'react';
import { standIns } from 'virtual:fonts';
import { nonce } from './nonce.js';
import './document-preview.css';

/** Tabs are measured once it is drawn, which the library calls experimental. */
const options = { experimental: true, renderAltChunks: false, ignoreFonts: true };

interface Props {
  readonly content: Blob;
  /** Told when it cannot be drawn. */
  readonly fail: (error: unknown) => void;
}

export function DocumentPreview({ content, fail }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isGone = false;
    drawn(content).then(
      (nodes) => !isGone && place.current?.replaceChildren(...nodes),
      (error: unknown) => !isGone && fail(error),
    );
    return () => void (isGone = true);
  }, [content]);
  return <div className="document-pages" ref={place} tabIndex={0} role="region" aria-label="公文预览" />;
}

async function drawn(content: Blob): Promise<Node[]> {
  const nodes = await renderDocument(await parseAsync(content, options), options);
  const styles = [fontStyle(), ...nodes].filter((node) => node instanceof HTMLStyleElement);
  for (const style of styles) style.nonce = nonce;
  for (const node of nodes) if (node instanceof HTMLElement) leadNowhere(node);
  return [...styles, ...nodes.filter((node) => !(node instanceof HTMLStyleElement))];
}

/** What stands in a file is read, not followed: an address in it is only text. */
function leadNowhere(drawn: HTMLElement): void {
  for (const link of drawn.querySelectorAll('a')) link.removeAttribute('href');
}

function fontStyle(): HTMLStyleElement {
  const faces = Object.entries(standIns).map(([name, otherwise]) => {
    const sources = [name, ...otherwise].map((one) => `local('${one}')`);
    return `@font-face { font-family: '${name}'; src: ${sources.join(', ')}; }`;
  });
  return Object.assign(document.createElement('style'), { textContent: faces.join('\n') });
}
