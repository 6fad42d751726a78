/** People of the demonstration who come for the first time: each by the link that was printed for them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Role } from '@xuncha/contracts';
import { Authenticator } from '@xuncha/testing/authenticator';
import { faultsHereAndWithin, menuOf, settled } from '../browser/console.fixture.js';
import { installationFrom } from '../replay/installation.js';
import { Hand } from './hand.fixture.js';

const SITE = '330381';
const PASSWORD = '演示口令-不用于工作-1';
const size = { width: 1280, height: 900 };
/** A laptop's and a phone's. */
const widths = [1440, 390];
const installation = installationFrom(process.env);

interface Link {
  readonly site: string;
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly code: string;
}

export class Newcomers {
  private browser!: Browser;
  private readonly come: Hand[] = [];

  async open(): Promise<void> {
    this.browser = await chromium.launch({
      executablePath: process.env.XC_CHROMIUM!,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }

  async comeIn(role: Role): Promise<Hand> {
    const context = await this.browser.newContext({ viewport: size, locale: 'zh-CN' });
    const page = await context.newPage();
    const link = linkOf(role);
    const authenticator = await setUp(page, link);
    await signIn(page, link, await authenticator?.next());
    const hand = new Hand(page);
    this.come.push(hand);
    return hand;
  }

  /** Of the forms that were filled in, and of every page that any of them may open with the first record on it. */
  async faults(): Promise<string[]> {
    const wrong: string[] = [];
    for (const { page, faults, complaints } of this.come) {
      for (const path of await menuOf(page))
        for (const width of widths) wrong.push(...(await faultsAt(page, path, width)));
      wrong.push(...faults, ...complaints);
    }
    return wrong;
  }
}

async function faultsAt(page: Page, path: string, width: number): Promise<string[]> {
  await page.setViewportSize({ ...size, width });
  await page.goto(installation.address + path);
  await settled(page);
  return (await faultsHereAndWithin(page)).map((fault) => `${path} at ${width}: ${fault}`);
}

function linkOf(role: Role): Link {
  const folder = join(installation.dataFolder, 'set-up');
  const links = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Link)
    .filter(({ site, roles }) => site === SITE && roles.includes(role))
    .toSorted((one, other) => one.account.localeCompare(other.account));
  if (!links[0]) throw new Error(`nobody of the demonstration is ${role} and still to be set up`);
  return links[0];
}

/** Answers the authenticator of somebody who needs one. */
async function setUp(page: Page, { site, account, code }: Link): Promise<Authenticator | undefined> {
  const address = new URLSearchParams({ site, account, code });
  await page.goto(`${installation.address}/set-up#${address.toString()}`);
  await page.locator('#password [name=password]').fill(PASSWORD);
  await page.locator('#password [name=again]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#offer:not([hidden]), #factor:not([hidden])');
  if (await page.locator('#offer').isVisible()) return undefined;
  const authenticator = new Authenticator((await page.locator('#secret').innerText()).replaceAll(' ', ''));
  await page.locator('#factor [name=code]').fill(await authenticator.next());
  await page.keyboard.press('Enter');
  await page.waitForSelector('#done:not([hidden])');
  return authenticator;
}

async function signIn(page: Page, { site, account }: Link, code = ''): Promise<void> {
  await page.goto(installation.address);
  await page.fill('#site', site);
  await page.fill('#account', account);
  await page.fill('#password', PASSWORD);
  await page.fill('#code', code);
  await page.keyboard.press('Enter');
  await page.waitForSelector('nav.menu', { state: 'attached' });
  await settled(page);
}
