/** How cells look: plain, wrong, or the head of a column; and what kind of thing stands in them. */
export type Kind = 'text' | 'number' | 'money' | 'day' | 'instant';

/** Numbers of formats from 164 on are free; 49 is text: what is typed into such a cell stays as it was typed. */
const formats: Readonly<Record<Kind, { readonly number: number; readonly code?: string }>> = {
  text: { number: 49 },
  number: { number: 0 },
  money: { number: 164, code: '#,##0.00' },
  day: { number: 165, code: 'yyyy-mm-dd' },
  instant: { number: 166, code: 'yyyy-mm-dd hh:mm:ss' },
};
const kinds = Object.keys(formats) as Kind[];
const HEAD = 1;
const FIRST = 2;

export const headStyle = HEAD;
export function styleOf(kind: Kind, isFault: boolean): number {
  return FIRST + kinds.indexOf(kind) + (isFault ? kinds.length : 0);
}

const font = (weight: string) => `<font>${weight}<sz val="11"/><name val="等线"/><charset val="134"/></font>`;
const fill = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const cell = (format: number, fillId: number, rest = '') =>
  `<xf numFmtId="${format}" fontId="0" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"${rest}/>`;
const [HEAD_FILL, FAULT_FILL] = [2, 3];
const headCell = `<xf numFmtId="49" fontId="1" fillId="${HEAD_FILL}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`;

const numFmts = kinds.flatMap((kind) => {
  const { number, code } = formats[kind];
  return code ? [`<numFmt numFmtId="${number}" formatCode="${code}"/>`] : [];
});
const cells = [
  cell(0, 0),
  headCell,
  ...kinds.map((kind) => cell(formats[kind].number, 0)),
  ...kinds.map((kind) => cell(formats[kind].number, FAULT_FILL)),
];

export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>`,
  `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  `${fill('FFE8EDF5')}${fill('FFFFD6D6')}</fills>`,
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');
