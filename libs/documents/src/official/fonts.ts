/**
 * The fonts that GB/T 9704-2012 asks for, and what stands in for each where it is not installed: Word and WPS read the list in the
 * document's own table of fonts, the console has the same for its preview.
 */
interface Font {
  readonly name: string;
  /** In the order in which they are looked for. */
  readonly otherwise: readonly string[];
  readonly isSerif: boolean;
}

const songLike = [
  'FZXiaoBiaoSong-B05S',
  '方正小标宋_GBK',
  '小标宋体',
  '华文中宋',
  'STZhongsong',
  '宋体',
  'SimSun',
];
const found: Readonly<Record<'title' | 'body' | 'heading' | 'subheading' | 'number', Font>> = {
  title: { name: '方正小标宋简体', otherwise: songLike, isSerif: true },
  body: {
    name: '仿宋_GB2312',
    otherwise: ['FangSong_GB2312', '仿宋', 'FangSong', '方正仿宋_GBK', '华文仿宋', 'STFangsong', '宋体'],
    isSerif: true,
  },
  heading: { name: '黑体', otherwise: ['SimHei', '方正黑体_GBK', '华文黑体', 'STHeiti'], isSerif: false },
  subheading: {
    name: '楷体_GB2312',
    otherwise: ['KaiTi_GB2312', '楷体', 'KaiTi', '方正楷体_GBK', '华文楷体', 'STKaiti', '宋体'],
    isSerif: true,
  },
  number: { name: '宋体', otherwise: ['SimSun', '方正书宋_GBK', '华文宋体', 'STSong'], isSerif: true },
};

export type Face = keyof typeof found;
export const fonts = Object.fromEntries(
  Object.entries(found).map(([face, { name }]) => [face, name]),
) as Readonly<Record<Face, string>>;

/** By the names that documents have for them. */
export const standIns: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.values(found).map(({ name, otherwise }) => [name, otherwise]),
);

const GB2312 = '86';

/** `word/fontTable.xml`: each font with those that may stand in for it, its family and that it is for Chinese. */
export function fontTable(): string {
  const entries = Object.values(found).map(
    ({ name, otherwise, isSerif }) =>
      `<w:font w:name="${name}"><w:altName w:val="${otherwise.join(',')}"/><w:charset w:val="${GB2312}"/>` +
      `<w:family w:val="${isSerif ? 'roman' : 'swiss'}"/><w:pitch w:val="fixed"/></w:font>`,
  );
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts ${namespace}>${entries.join('')}</w:fonts>`;
}
