/** The console in a real browser: how one gets in, what it complains of, and what axe finds; and the people of the small year there. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { eventually } from '@xuncha/testing';
import { Authenticator } from '@xuncha/testing/authenticator';
import { installationFrom } from '../replay/installation.js';
import { passwordFrom } from '../replay/passwords.js';
import { Wallet } from '../replay/wallet.js';
import { smallYear, type SmallYear } from '../scenario/small-year.fixture.js';

export const laptop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
export type Size = typeof laptop;

const installation = installationFrom(process.env);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Visitor {
  readonly page: Page;
  /** What the browser complained of: errors of scripts, what the policy forbade, what was not there. */
  readonly complaints: readonly string[];
  readonly go: (path: string) => Promise<void>;
}

export class Visitors {
  private browser!: Browser;
  private year!: SmallYear;
  private readonly wallet = new Wallet(installation.dataFolder);
  private readonly authenticators = new Map<string, Authenticator>();

  async open(): Promise<void> {
    this.year = await smallYear(installation);
    this.browser = await openBrowser();
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }

  /** Nobody yet: the page where one signs in. */
  async stranger(): Promise<Visitor> {
    const page = await newPage(this.browser);
    const complaints = complaintsOf(page);
    const go = async (path: string) => {
      await page.goto(installation.address + path);
      await settled(page);
    };
    await page.goto(installation.address);
    return { page, complaints, go };
  }

  /** One of the year's people, by the key they have in its plan. */
  async person(key: string): Promise<Visitor> {
    const visitor = await this.stranger();
    await this.signIn(visitor.page, key);
    return visitor;
  }

  async signIn(page: Page, key: string): Promise<void> {
    const { site, secret } = this.year;
    const code = await this.codeOf(key);
    await signIn(page, { site, account: key, password: passwordFrom(secret, key), code });
  }

  /** Of the authenticator that whoever played the year left for those who need one; nobody else uses it meanwhile. */
  private async codeOf(key: string): Promise<string> {
    const { secret } = this.wallet.of({ site: this.year.site, account: key });
    if (secret === undefined) return '';
    const known = this.authenticators.get(key);
    const authenticator = known ?? new Authenticator(secret);
    this.authenticators.set(key, authenticator);
    // The code of this half minute may have been used while the year was played.
    if (!known) await authenticator.next();
    return authenticator.next();
  }
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.XC_CHROMIUM!,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

/** Of somebody who shares nothing with anybody else in that browser, and sees no colour fade into another. */
export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: laptop, locale: 'zh-CN', reducedMotion: 'reduce' });
  return context.newPage();
}

type SignIn = Readonly<Record<'site' | 'account' | 'password' | 'code', string>>;

/** At the door, or above the page where a session ended; without a second factor the code is empty. */
export async function signIn(page: Page, { site, account, password, code }: SignIn): Promise<void> {
  await page.fill('#site', site);
  await page.fill('#account', account);
  await page.fill('#password', password);
  await page.fill('#code', code);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForSelector('nav.menu', { state: 'attached' });
}

/** Whatever opens above the page has its library measure scroll bars by a style without a nonce, which the policy keeps out; nothing hangs on it. */
const MEASURES = /^Applying inline style violates/;

/** What the browser complains of from now on. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !MEASURES.test(text))
      complaints.push(`${text} (${message.location().url})`);
  });
  return complaints;
}

/** As a person does it, who looks at what stands there: a draft may be put into the form that very moment. */
export async function write(field: Locator, text: string): Promise<void> {
  await eventually(async () => {
    await field.fill(text);
    return (await field.inputValue()) === text;
  });
}

/** What the page reads has been read, and nothing says any more that it is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1', { timeout: 15_000 });
  // Not a function of the page's: its policy forbids to evaluate one again and again.
  await page.waitForSelector('main .notice[role=status]', { state: 'detached' });
}

/** Addresses in the menu, in its order. */
async function menuOf(page: Page): Promise<string[]> {
  await page.waitForSelector('nav.menu a', { state: 'attached' });
  const links = await page.locator('nav.menu a').all();
  return Promise.all(links.map(async (link) => (await link.getAttribute('href'))!));
}

/** What axe finds on every page of the menu, and on the first record that each lists. */
export async function faultsOfEveryPage(page: Page, size: Size): Promise<string[]> {
  await page.setViewportSize(size);
  const wrong: string[] = [];
  for (const path of await menuOf(page)) {
    await page.goto(installation.address + path);
    await settled(page);
    const found = await faultsHereAndWithin(page);
    wrong.push(...found.map((fault) => `${path} at ${size.width}: ${fault}`));
  }
  return wrong;
}

async function faultsHereAndWithin(page: Page): Promise<string[]> {
  const wrong = await faultsOf(page);
  const record = page.locator('main table.rows tbody a, main .cards li strong a').first();
  if ((await record.count()) === 0) return wrong;
  await record.click();
  await settled(page);
  return [...wrong, ...(await faultsOf(page)).map((fault) => `a record: ${fault}`)];
}

/** What axe finds of WCAG 2.2 A and AA on the page as it stands: rule, and where. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // As text: what runs in the browser knows the browser's names, which this program has none of.
  const found: Found = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} at ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`,
    ),
  );
}

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
  }[];
}
