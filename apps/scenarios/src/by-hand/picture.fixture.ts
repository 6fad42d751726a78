/** The pictures of the guide, taken where `XC_PICTURES` names a folder: `npm run test:browser -- --pictures`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Hand } from './hand.fixture.js';

const folder = process.env.XC_PICTURES;
let taken = 0;

export async function pictured({ page }: Hand, name: string): Promise<void> {
  if (!folder) return;
  taken += 1;
  mkdirSync(folder, { recursive: true });
  // What was just done is said for some seconds above the page.
  await page.waitForSelector('.ant-message-notice', { state: 'detached' });
  await page.screenshot({ path: join(folder, `${String(taken).padStart(2, '0')}-${name}.png`) });
}
