/**
 * Whether pdf.js, which shows PDF files in the console, needs a password to open this one, or knows no way to. In a thread of its own, for the
 * file is a stranger's. Plain JavaScript: Node starts a thread from a file, and this one is the same in `src`, where tests start it, and in `dist`.
 */
import { parentPort, workerData } from 'node:worker_threads';

const { content, mostBytes } = workerData;

/**
 * What is unpacked stands outside the heap, whose limit does not reach it; so it is counted as it is made. pdf.js makes its buffers by this
 * name, and would go on after an error.
 */
let left = mostBytes;
globalThis.Uint8Array = new Proxy(Uint8Array, {
  construct(original, given, made) {
    if (typeof given[0] === 'number') left -= given[0];
    if (left < 0) {
      parentPort.postMessage('tooLarge');
      process.exit();
    }
    return Reflect.construct(original, given, made);
  },
});

const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const isLocked = await getDocument({
  data: new Uint8Array(content),
  isEvalSupported: false,
  enableXfa: false,
  verbosity: 0,
}).promise.then(
  () => false,
  ({ name, message }) => name === 'PasswordException' || /encrypt/i.test(message),
);
parentPort.postMessage(isLocked ? 'locked' : 'open');
