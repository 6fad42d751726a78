/**
 * Whether pdf.js, which shows PDF files in the console, needs a password to open this one, or knows no way to. In a thread of its own, for the
 * file is a stranger's. Plain JavaScript: Node starts a thread from a file, and this one is the same in `src`, where tests start it, and in `dist`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const isLocked = await getDocument({
  data: new Uint8Array(workerData),
  isEvalSupported: false,
  enableXfa: false,
  verbosity: 0,
}).promise.then(
  () => false,
  ({ name, message }) => name === 'PasswordException' || /encrypt/i.test(message),
);
parentPort.postMessage(isLocked);
