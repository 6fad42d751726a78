// Every service together, on the real database and broker, through the public API alone.
import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { eventually } from '@xuncha/testing';
import { installationFrom } from '../replay/installation.js';
import { played } from '../replay/played.js';

const installation = installationFrom(process.env);
const folder = join(installation.dataFolder, 'replay');
const choice = { replay: 'ruian-2017', seed: 1, scale: 0.05, isFresh: false };
const enough = 600;
const forgotten = 25;
/** What it tells on its way would only be in the way here. */
const out = new Writable({ write: (_chunk, _encoding, done) => done() });

function checkpointLines(): string[] {
  const [file] = existsSync(folder) ? readdirSync(folder) : [];
  return file ? readFileSync(join(folder, file), 'utf8').trimEnd().split('\n') : [];
}

/** As if the process had been killed before it had the last answers. */
function forgetLastAnswers(): void {
  const [file] = readdirSync(folder);
  writeFileSync(join(folder, file!), `${checkpointLines().slice(0, -forgotten).join('\n')}\n`);
}

test('a small year of Ruian, cut off on its way and continued, comes to the published figures exactly', async () => {
  const stop = new AbortController();
  const first = played(choice, installation, { stop: stop.signal, out }).then(
    () => 'ended',
    (error: unknown) => error,
  );
  await eventually(() => checkpointLines().length > enough, 180_000);
  stop.abort();
  expect(await first).not.toBe('ended');
  forgetLastAnswers();
  const lines = await played(choice, installation, { stop: new AbortController().signal, out });
  expect(lines.filter(({ verdict }) => verdict !== 'same' && verdict !== 'later')).toEqual([]);
  expect(lines.filter(({ verdict }) => verdict === 'same')).toHaveLength(32);
});
