import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, privateFolder } from './lib/checkout.mjs';
import { throwAwayPort } from './lib/ports.mjs';
import { isAlive } from './lib/processes.mjs';
import { main } from './lib/say.mjs';
import { runSteps, serviceTests, tier } from './lib/testing.mjs';
import { ManagedServer } from './servers/managed.mjs';
import { bucketIn, swift } from './servers/swift.mjs';

/** Uploads in parts, downloads and an import, through gateway and services; those that look into the folder of files are left out. */
const throughServices = ['files/parts.it', 'files/download.it', 'talent/src/roster/roster.it'];

/** `npm run test:s3`: files in an S3-compatible storage, which here is a real Swift of this run's own. */
async function testOnS3(args) {
  const parent = privateFolder(dataFolder, 's3');
  const of = (pid) => new ManagedServer(swift, join(parent, String(pid)), { isLasting: false });
  // What a run that was killed left behind.
  for (const pid of readdirSync(parent)) if (!isAlive(Number(pid), 'node')) await of(pid).destroy();
  const server = of(process.pid);
  try {
    await server.start({ usualPort: await throwAwayPort() });
    const env = bucketIn(server);
    return await runSteps([
      { name: 'storage on S3', run: () => tier('s3', args, env) },
      { name: 'service on S3', run: () => serviceTests(args.length > 0 ? args : throughServices, { env }) },
    ]);
  } finally {
    await server.destroy();
  }
}

await main(() => testOnS3(process.argv.slice(2)));
