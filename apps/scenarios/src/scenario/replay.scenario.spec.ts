// Every service together, on the real database and broker, through the public API alone.
import { expect, test } from 'vitest';
import { installationFrom } from '../replay/installation.js';
import { smallYear } from './small-year.fixture.js';

test('a small year of Ruian, cut off on its way and continued, comes to the published figures exactly', async () => {
  const { figures } = await smallYear(installationFrom(process.env));
  expect(figures.filter(({ verdict }) => verdict !== 'same' && verdict !== 'later')).toEqual([]);
  expect(figures.filter(({ verdict }) => verdict === 'same')).toHaveLength(32);
}, 300_000);
