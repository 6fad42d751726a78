/** PDF files, read by pdf.js in a thread of its own that reaches no network: what it needs is handed to it (decisions/0001). */
import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentLoadingTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { folder } from 'virtual:pdf-parts';

export type { PDFDocumentProxy as Pdf, PDFPageProxy as PdfPage } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A scan of A3 at 600 dpi; what is larger is left out of its page. */
const MOST_PIXELS = 9_900 * 7_000;

GlobalWorkerOptions.workerSrc = `${folder}legacy/build/pdf.worker.min.mjs`;

export function opening(data: ArrayBuffer): PDFDocumentLoadingTask {
  return getDocument({
    data,
    cMapUrl: `${folder}cmaps/`,
    standardFontDataUrl: `${folder}standard_fonts/`,
    wasmUrl: `${folder}wasm/`,
    useWorkerFetch: false,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
  });
}
