import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/checkout.mjs';
import { main } from './lib/say.mjs';
import { byHandTests, runSteps } from './lib/testing.mjs';

/** `npm run test:browser`: the main job by hand, in a real browser; with `-- --pictures` the guide gets its pictures anew. */
const { values } = parseArgs({ options: { pictures: { type: 'boolean', default: false } } });
const pictures = values.pictures ? join(root, 'apps/console/guide') : undefined;
await main(() => runSteps([{ name: 'by hand', run: () => byHandTests({ pictures }) }]));
