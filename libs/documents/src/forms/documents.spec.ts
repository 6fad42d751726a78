import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Facts } from '@xuncha/domain-kit';
import { strFromU8, unzipSync } from 'fflate';
import { Documents } from './documents.js';
import { siteFields } from './form.js';
import { forms } from './forms.js';

const site = { name: '试点市', abbreviation: '试' };
let folder: string;
let told: (readonly [code: string, facts: Facts])[];
const documents = () => new Documents(folder, (code, facts) => void told.push([code, facts]));
const ownWording = (name: string, text: string) => writeFileSync(join(folder, 'forms', name), text);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuncha-forms-'));
  mkdirSync(join(folder, 'forms'));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const letter = async (changes: Partial<typeof forms.feedbackLetter.example> = {}) => {
  const { example } = forms.feedbackLetter;
  const { name, base64 } = await documents().write(forms.feedbackLetter, site, { ...example, ...changes });
  const files = unzipSync(Buffer.from(base64, 'base64'));
  return {
    name,
    document: strFromU8(files['word/document.xml']!),
    fonts: strFromU8(files['word/fontTable.xml']!),
  };
};

test.each(Object.values(forms).map((form) => [form.key, form] as const))(
  '%s is written as its example says',
  async (_, form) => {
    const { name, base64 } = await documents().write(
      form as typeof forms.feedbackLetter,
      site,
      form.example as never,
    );
    expect(name).toMatch(/^.+\.docx$/);
    expect(Object.keys(unzipSync(Buffer.from(base64, 'base64')))).toContain('word/document.xml');
  },
);

test('each type of text has its font, and each font those that may stand in for it', async () => {
  const { document, fonts } = await letter();
  const fontOf = (text: string) =>
    new RegExp(`w:eastAsia="([^"]+)"(?:(?!w:eastAsia).)*>${text}`).exec(document)?.[1];
  expect(fontOf('关于巡察演示镇党委的反馈意见')).toBe('方正小标宋简体');
  expect(fontOf('一、巡察反馈意见')).toBe('黑体');
  expect(fontOf('（一）落实惠民政策存在偏差。')).toBe('楷体_GB2312');
  expect(fontOf('2016年以来')).toBe('仿宋_GB2312');
  expect(fonts).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="[^"]*FangSong/);
});

test('a letter has the two red lines of a letter and no number on its first page', async () => {
  const { base64 } = await documents().write(forms.callUpRequest, site, forms.callUpRequest.example);
  const files = unzipSync(Buffer.from(base64, 'base64'));
  const all = Object.entries(files).map(([name, content]) => [name, strFromU8(content)] as const);
  const [head] = all.flatMap(([name, xml]) => (name.startsWith('word/header') ? [xml] : []));
  expect(head).toMatch(/w:val="thickThinSmallGap".*中共试点市委巡察工作领导小组办公室/s);
  const feet = all.filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml);
  expect(feet.filter((foot) => foot.includes('thinThickSmallGap') && !foot.includes('PAGE'))).toHaveLength(1);
  expect(strFromU8(files['word/document.xml']!)).toContain('<w:titlePg/>');
});

test('figures stand as close as characters do, and punctuation within the text', async () => {
  const { base64 } = await documents().write(forms.workingPaper, site, forms.workingPaper.example);
  const styles = strFromU8(unzipSync(Buffer.from(base64, 'base64'))['word/styles.xml']!);
  const [normal] = /<w:style [^>]*w:styleId="Normal".*?<\/w:style>/s.exec(styles)!;
  for (const property of ['overflowPunct', 'autoSpaceDE', 'autoSpaceDN'])
    expect(normal).toContain(`<w:${property} w:val="0"/>`);
  expect(styles.match(/w:eastAsia="zh-CN"/g)).toHaveLength(1);
});

test('a public notice carries the address for reports as a code, where there is one', async () => {
  const noticeWith = async (举报网址: string) => {
    const filling = { ...forms.publicNotice.example, 举报网址 };
    const { base64 } = await documents().write(forms.publicNotice, site, filling);
    const files = unzipSync(Buffer.from(base64, 'base64'));
    const pictures = Object.keys(files).filter((name) => name.endsWith('.png'));
    return { pictures, document: strFromU8(files['word/document.xml']!) };
  };
  const address = 'https://jubao.example/330381';
  const { pictures, document } = await noticeWith(address);
  expect(pictures).toHaveLength(1);
  expect(document).toContain(`打开 ${address}`);
  const without = await noticeWith('');
  expect(without.pictures).toEqual([]);
  expect(without.document).not.toContain('二维码');
});

test('no pasted character makes a file that does not open', async () => {
  const { document } = await letter({ 反馈意见: '一\u0000二\u001F三\uD800四 <&>' });
  expect(document).toContain('一二三四 &lt;&amp;&gt;');
});

test('a name is one that every system allows', async () => {
  expect((await letter({ 被巡察党组织: '甲/乙:镇\u202e' })).name).toBe('关于巡察甲乙镇的反馈意见.docx');
});

test('the office changes the wording, and the next document has it', async () => {
  const builtIn = readFileSync(new URL('../../forms/feedback-letter.txt', import.meta.url), 'utf8');
  const written = documents();
  ownWording('feedback-letter.txt', builtIn.replace('三、整改要求', '三、有关要求'));
  const { base64 } = await written.write(forms.feedbackLetter, site, forms.feedbackLetter.example);
  const document = strFromU8(unzipSync(Buffer.from(base64, 'base64'))['word/document.xml']!);
  expect(document).toContain('三、有关要求');
  expect(told).toEqual([]);
});

test('a fault in it is told at the start and refuses its document, naming the field', async () => {
  ownWording('feedback-letter.txt', '【正文】\n{{举报人}}');
  ownWording('反馈意见.txt', '');
  await expect(letter()).rejects.toMatchObject({
    code: 'form.field-unknown',
    facts: { file: 'feedback-letter.txt', line: 2, blank: '举报人' },
  });
  expect(told.map(([code]) => code).sort()).toEqual(['form.field-unknown', 'form.unknown']);
});

test.each([
  ['瑞安市', '市委'],
  ['象山县', '县委'],
  ['鄞州区', '区委'],
])('%s has a %s', (name, committee) =>
  expect(siteFields({ name, abbreviation: '' }).本级党委).toBe(committee),
);
