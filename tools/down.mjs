import { dataFolder } from './lib/checkout.mjs';
import { alone } from './lib/lock.mjs';
import { main, say } from './lib/say.mjs';
import { Installation } from './system/installation.mjs';

/** `npm run down`: services first, so that they finish what they began, then the private servers. Data stay. */
await main(() =>
  alone(dataFolder, async () => {
    await new Installation().stop();
    say('Stopped.');
  }),
);
