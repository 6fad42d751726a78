import { parseArgs } from 'node:util';
import { main } from './lib/say.mjs';
import { pictureTests, runSteps } from './lib/testing.mjs';

/** `npm run test:pictures`: every official document as LibreOffice draws it; with `-- --approve` that is what it is to look like from now on. */
const { values } = parseArgs({ options: { approve: { type: 'boolean', default: false } } });
await main(() => runSteps([{ name: 'pictures', run: () => pictureTests(values) }]));
