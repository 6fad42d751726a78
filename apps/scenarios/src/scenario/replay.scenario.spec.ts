// Every service together, on the real database and broker, through the public API alone.
import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { eventually } from '@xuncha/testing';
import { installationFrom } from '../replay/installation.js';
import { played } from '../replay/played.js';

const installation = installationFrom(process.env);
const choice = { replay: 'ruian-2017', seed: 1, scale: 0.05, isFresh: false };
const enoughToStop = 400;
/** What it tells on its way would only be in the way here. */
const out = new Writable({ write: (_chunk, _encoding, done) => done() });

function commandsDone(): number {
  const folder = join(installation.dataFolder, 'replay');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.reduce((sum, file) => sum + readFileSync(join(folder, file), 'utf8').split('\n').length, 0);
}

test('a small year of Ruian, stopped on its way and continued, comes to the published figures exactly', async () => {
  const stop = new AbortController();
  const first = played(choice, installation, { stop: stop.signal, out }).then(
    () => 'ended',
    (error: unknown) => error,
  );
  await eventually(() => commandsDone() > enoughToStop, 60_000);
  stop.abort();
  expect(await first).not.toBe('ended');
  const lines = await played(choice, installation, { stop: new AbortController().signal, out });
  expect(lines.filter(({ verdict }) => verdict !== 'same' && verdict !== 'later')).toEqual([]);
  expect(lines.filter(({ verdict }) => verdict === 'same')).toHaveLength(21);
});
