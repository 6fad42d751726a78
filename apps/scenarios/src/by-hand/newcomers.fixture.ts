/** People of the demonstration who come for the first time: each by the link that was printed for them. */
import type { Browser, Page } from 'playwright-core';
import type { Role } from '@xuncha/contracts';
import { Authenticator } from '@xuncha/testing/authenticator';
import { setUpLinks, type SetUpLink } from '@xuncha/testing/set-up-links';
import {
  faultsOfEveryPage,
  laptop,
  newPage,
  openBrowser,
  phone,
  settled,
  signIn,
} from '../browser/console.fixture.js';
import { installationFrom } from '../replay/installation.js';
import { Hand } from './hand.fixture.js';

const SITE = '330381';
const PASSWORD = '演示口令-不用于工作-1';
/** The roles of a team end with its round: a page that one of them left open asks once more, and says that it is closed to them now. */
const ENDED = /a status of 403 \(Forbidden\)/;
const installation = installationFrom(process.env);

export class Newcomers {
  private browser!: Browser;
  private readonly come: Hand[] = [];

  async open(): Promise<void> {
    this.browser = await openBrowser();
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }

  async comeIn(role: Role): Promise<Hand> {
    const page = await newPage(this.browser);
    const link = linkOf(role);
    const authenticator = await setUp(page, link);
    const code = (await authenticator?.next()) ?? '';
    await page.goto(installation.address);
    await signIn(page, { ...link, password: PASSWORD, code });
    await settled(page);
    const hand = new Hand(page);
    this.come.push(hand);
    return hand;
  }

  /** Of the forms that were filled in, and of every page that any of them may open with the first record on it. */
  async faults(): Promise<string[]> {
    const wrong: string[] = [];
    for (const { page, faults, complaints } of this.come) {
      for (const size of [laptop, phone]) wrong.push(...(await faultsOfEveryPage(page, size)));
      wrong.push(...faults, ...complaints.filter((text) => !ENDED.test(text)));
    }
    return wrong;
  }
}

/** Who of the demonstration has that role, the first who has not come yet. */
function linkOf(role: Role): SetUpLink {
  const [link] = setUpLinks(installation.dataFolder)
    .filter(({ site, roles }) => site === SITE && roles.includes(role))
    .toSorted((one, other) => one.account.localeCompare(other.account));
  if (!link) throw new Error(`nobody of the demonstration is ${role} and still to be set up`);
  return link;
}

/** Answers the authenticator of somebody who needs one. */
async function setUp(page: Page, { site, account, code }: SetUpLink): Promise<Authenticator | undefined> {
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
