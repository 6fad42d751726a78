/** Every form, filled in as in its example, looks as somebody approved it: `npm run test:pictures -- --approve` makes that of what is drawn now. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Documents } from '../forms/documents.js';
import type { Form } from '../forms/form.js';
import { forms } from '../forms/forms.js';
import { drawn } from './drawn.fixture.js';
import { differences, fromPng, toPng, type Picture } from './picture.fixture.js';

const approved = fileURLToPath(new URL('../../approved', import.meta.url));
/** Where what was drawn is kept, to be looked at beside what is approved. */
const kept = process.env.XC_DRAWN!;
const everyForm: readonly Form[] = Object.values(forms);
const keys = everyForm.map(({ key }) => key);
const fileOf = (key: string, index: number) => `${key}-${index + 1}.png`;
const approvedOf = (key: string) =>
  readdirSync(approved).filter((file) => file.replace(/-\d+\.png$/, '') === key);

const site = { name: '试点市', abbreviation: '试' };
let folder: string;
let pages: Map<string, Picture[]>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xuncha-drawn-'));
  const documents = new Documents(folder, () => undefined);
  const files = new Map<string, Buffer>();
  for (const form of everyForm) {
    const { base64 } = await documents.write(form, site, form.example);
    files.set(form.key, Buffer.from(base64, 'base64'));
  }
  pages = await drawn(files, folder);
  mkdirSync(kept, { recursive: true });
  for (const [key, pictures] of pages)
    for (const [index, picture] of pictures.entries())
      writeFileSync(join(kept, fileOf(key, index)), toPng(picture));
  if (process.env.XC_APPROVE) approve();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function approve(): void {
  for (const file of readdirSync(approved)) rmSync(join(approved, file));
  for (const [key, pictures] of pages)
    for (const [index, picture] of pictures.entries())
      writeFileSync(join(approved, fileOf(key, index)), toPng(picture));
}

test.each(keys)('%s looks as approved', (key) => {
  const pictures = pages.get(key)!;
  expect(approvedOf(key)).toHaveLength(pictures.length);
  for (const [index, picture] of pictures.entries()) {
    const file = fileOf(key, index);
    const expected = fromPng(readFileSync(join(approved, file)));
    expect({ file, differs: differences(fromPng(toPng(picture)), expected) }).toEqual({ file, differs: [] });
  }
});

test('no picture is approved of what is no form', () => {
  const strange = readdirSync(approved).filter((file) => !keys.includes(file.replace(/-\d+\.png$/, '')));
  expect(strange).toEqual([]);
});
