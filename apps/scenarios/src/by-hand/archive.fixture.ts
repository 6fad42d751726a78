/** What was signed of the inspection, filed line by line, and what leaves the system of it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually } from '@xuncha/testing';
import { installationFrom } from '../replay/installation.js';
import type { Hand } from './hand.fixture.js';
import { days, team } from './village.fixture.js';

/** The last of the list, which goes with the file of the rectification. */
const ABSENT = '销号清单';
const verifier = fileURLToPath(new URL('../../../../libs/service-kit/dist/cli/verify.js', import.meta.url));

/** A scan of three pages, unlike every other. */
const scanOf = (title: string) => ({
  name: `${title}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${title}\n%%EOF\n`),
});

/** Every line of the list has its document, or says why there is none. */
export async function fileAway(office: Hand): Promise<void> {
  await office.goTo('任务');
  await office.open(team);
  await office.command('建立案卷');
  for (let missing = await missingIn(office); missing > 0; missing = await missingIn(office, missing)) {
    const title = await firstMissing(office);
    if (title === ABSENT) await office.command('注明缺件', { 缺件原因: '随整改案卷归档' });
    else await office.command('归入', { 文件日期: days(0), 责任者: team, 页数: '3' }, scanOf(title));
  }
  await office.command('整理完毕');
}

/** How many documents the page says are missing, once it says so, and fewer than before. */
function missingIn({ page }: Hand, before = Infinity): Promise<number> {
  return eventually(async () => {
    const says = await page.locator('main .next-step').innerText();
    const missing = says.includes('应归档的都有了') ? 0 : Number(/还有 (\d+) 件/.exec(says)?.[1]);
    if (!(missing < before)) throw new Error(`${says} after ${before}`);
    return missing;
  });
}

/** What the first line is of that has no document. */
async function firstMissing({ page }: Hand): Promise<string> {
  const missing = page.locator('main table.archive tr').filter({ hasText: '应归档，尚缺' });
  return (await missing.first().locator('.line-form').innerText()).split(' · ')[0]!.trim();
}

/** What `npm run verify -- PACKAGE.zip --keys FOLDER` says of the package; fails where it does not hold. */
export async function proven(office: Hand): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'xuncha-archive-'));
  try {
    const path = await office.save('下载移交包', folder);
    const keys = join(installationFrom(process.env).dataFolder, 'keys');
    const { stdout } = await promisify(execFile)(process.execPath, [verifier, path, '--keys', keys], {
      env: {},
    });
    return stdout.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
