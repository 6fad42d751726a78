/**
 * One person at the console who uses no mouse: goes to what bears the words by Tab, as they are read out, and presses Enter. What cannot
 * be reached so is a fault of the console.
 */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '@xuncha/testing';
import { complaintsOf, faultsOf, settled } from '../browser/console.fixture.js';

/** What goes into a form, by the words above its fields; several answers of one field, groups of fields, and rows of them. */
export interface Filled {
  readonly [label: string]: string | readonly string[] | Filled | readonly Filled[];
}

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Beyond this many no page of the console has. */
const MOST_STOPS = 300;
const PATIENCE_MS = 60_000;
const OPEN_LIST = '.ant-select-dropdown:not(.ant-select-dropdown-hidden)';

export class Hand {
  /** What axe found in the forms that were filled in. */
  readonly faults: string[] = [];
  readonly complaints: readonly string[];

  constructor(readonly page: Page) {
    this.complaints = complaintsOf(page);
  }

  /** To a page of the menu. */
  async goTo(title: string): Promise<void> {
    await this.enter(this.page.locator('nav.menu').getByRole('link', { name: title, exact: true }));
    await this.page.waitForSelector(`nav.menu a[aria-current=page]:text-is("${title}")`);
    await settled(this.page);
  }

  /** A record by its name in the list that is shown, or whatever else a link leads to. */
  async open(name: string): Promise<void> {
    await this.follow(this.page.locator('main').getByRole('link', { name }));
  }

  /** One kind of what lies on the desk of an inspection. */
  async turnTo(part: string): Promise<void> {
    const tabs = this.page.locator('main nav.desk-tabs');
    await this.follow(tabs.getByRole('link', { name: new RegExp(`^${escaped(part)}( |$)`) }));
  }

  /** The first record of the list, whatever it is called. */
  async openFirst(): Promise<void> {
    await this.follow(this.page.locator('main table.rows tbody').getByRole('link'));
  }

  /** What is sealed on the record that is shown. */
  async unseal(purpose: string): Promise<void> {
    await this.fill(this.page.locator('main form.sealed'), { 查看事由: purpose });
    await this.press('查看');
  }

  async tick(label: string): Promise<void> {
    await this.reach(this.page.locator('main').getByLabel(label).first());
    await this.page.keyboard.press('Space');
  }

  async press(name: string): Promise<void> {
    await this.enter(this.page.locator('main').getByRole('button', { name: afterItsIcon(name) }));
  }

  /** A command from its button to its answer: the form beside the page is filled in and sent. */
  async command(word: string, filled: Filled = {}, file?: Upload): Promise<void> {
    await this.press(word);
    const form = this.page.locator('.ant-drawer form');
    await form.waitFor();
    await this.fill(form, filled);
    if (file) await this.attach(form, file);
    this.faults.push(...(await faultsOf(this.page)).map((fault) => `${word}: ${fault}`));
    await this.enter(form.getByRole('button', { name: word, exact: true }));
    try {
      await form.waitFor({ state: 'detached', timeout: PATIENCE_MS });
    } catch {
      throw new Error(`${word} was not taken: ${await form.innerText()}`);
    }
    await settled(this.page);
  }

  /** The form that stands in the page itself, until the page answers with these words. */
  async write(filled: Filled, submit: string, answer: string): Promise<void> {
    const button = this.page.getByRole('button', { name: submit, exact: true });
    const form = this.page.locator('main form').filter({ has: button });
    await form.waitFor();
    await this.fill(form, filled);
    await this.enter(button);
    try {
      await this.page.locator('.ant-message').getByText(answer).waitFor({ timeout: PATIENCE_MS });
    } catch {
      throw new Error(`${submit} was not taken: ${await form.innerText()}`);
    }
    await settled(this.page);
  }

  /** A file, by the button that asks for one. */
  async upload(button: string, file: Upload): Promise<void> {
    const [asked] = await Promise.all([this.page.waitForEvent('filechooser'), this.press(button)]);
    await asked.setFiles(file);
  }

  /** What a button of the page hands out, kept in a folder; answers where. */
  async save(button: string, folder: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.press(button)]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  async says(text: string): Promise<void> {
    await this.page.locator('main').getByText(text).first().waitFor({ timeout: PATIENCE_MS });
  }

  /** What the record is called and how far it is. */
  heading(): Promise<string> {
    return this.page.locator('main h1').innerText();
  }

  /** What the page reads. */
  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  async fill(scope: Locator, filled: Filled): Promise<void> {
    for (const [label, value] of Object.entries(filled)) {
      if (isRows(value)) await this.fillRows(scope, label, value);
      else if (isGroup(value)) await this.fill(scope.getByRole('group', { name: label, exact: true }), value);
      else await this.fillField(scope, label, value);
    }
  }

  private async attach(form: Locator, file: Upload): Promise<void> {
    const button = form.getByRole('button', { name: afterItsIcon('选择文件') });
    const [asked] = await Promise.all([this.page.waitForEvent('filechooser'), this.enter(button)]);
    await asked.setFiles(file);
    await form.getByRole('button', { name: `移除 ${file.name}` }).waitFor();
  }

  private async fillRows(scope: Locator, label: string, rows: readonly Filled[]): Promise<void> {
    const group = scope.getByRole('group', { name: label, exact: true });
    for (const [index, row] of rows.entries()) {
      await this.enter(group.getByRole('button', { name: `添加${label}` }));
      await this.fill(group.locator('.list-row').nth(index), row);
    }
  }

  private async fillField(scope: Locator, label: string, value: string | readonly string[]) {
    const field = scope.getByLabel(labelled(label)).first();
    await field.waitFor({ state: 'attached' });
    await this.reach(field);
    if ((await field.getAttribute('role')) === 'combobox') return this.choose(field, [value].flat());
    await this.page.keyboard.press('Control+A');
    if ((await field.getAttribute('type')) === 'date') return field.fill(value as string);
    await this.page.keyboard.insertText(value as string);
  }

  /** Of the list that opens under the field: what is typed is looked for where the field looks for it. */
  private async choose(field: Locator, texts: readonly string[]): Promise<void> {
    const own = this.page.locator(`[id="${await field.getAttribute('id')}_list"]`);
    const list = this.page.locator(OPEN_LIST).filter({ has: own });
    const shown = field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")][1]');
    for (const text of texts) {
      // A list that is looked up anew just then takes no answer: whoever sees that chooses again.
      for (let trial = 0; trial < 3 && !(await shown.innerText()).includes(text); trial += 1) {
        // What is typed takes the place of what was looked for before.
        await this.page.keyboard.press('Control+A');
        await this.page.keyboard.insertText(text);
        if ((await list.count()) === 0) await this.page.keyboard.press('ArrowDown');
        if ((await list.count()) > 0) await this.arriveAt(beginningWith(text), list);
        await this.page.keyboard.press('Enter');
      }
    }
  }

  /** Goes down the list, which draws no more than is seen of it and may still be looked up. */
  private async arriveAt(wanted: RegExp, list: Locator): Promise<void> {
    const active = list.locator('.ant-select-item-option-active');
    await eventually(async () => {
      const text = (await active.count()) > 0 ? await active.innerText() : '';
      if (wanted.test(text)) return true;
      if (text !== '') await this.page.keyboard.press('ArrowDown');
      return false;
    }, PATIENCE_MS);
  }

  private async follow(link: Locator): Promise<void> {
    const before = this.page.url();
    await this.enter(link);
    await this.page.waitForURL((url) => url.href !== before);
    await settled(this.page);
  }

  private async enter(target: Locator): Promise<void> {
    await target.first().waitFor({ timeout: PATIENCE_MS });
    await this.reach(target.first());
    await this.page.keyboard.press('Enter');
  }

  private async reach(target: Locator): Promise<void> {
    const reached = target.and(this.page.locator(':focus'));
    for (let stop = 0; (await reached.count()) === 0; stop += 1) {
      if (stop > MOST_STOPS) throw new Error(`no key reaches ${String(target)}`);
      await this.page.keyboard.press('Tab');
    }
  }
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** A label says after its word whether the field has to be filled in. */
const labelled = (text: string) => new RegExp(`^${escaped(text)}( 必填)?$`);
/** An icon is read out before the word. */
const afterItsIcon = (text: string) => new RegExp(`(^| )${escaped(text)}$`);
/** Choices say after the name what else tells them apart. */
const beginningWith = (text: string) => new RegExp(`^${escaped(text)}($|[ （：])`);

const isRows = (value: Filled[string]): value is readonly Filled[] =>
  Array.isArray(value) && typeof value[0] === 'object';
const isGroup = (value: Filled[string]): value is Filled =>
  typeof value === 'object' && !Array.isArray(value);
