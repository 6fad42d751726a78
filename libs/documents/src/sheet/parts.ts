/** What a workbook consists of beside its sheets. */
import { xmlText } from './text.js';

export interface SheetPart {
  readonly name: string;
  readonly isHidden?: boolean;
  readonly hasNotes?: boolean;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'application/vnd.openxmlformats-package.relationships+xml';

export function contentTypes(sheets: readonly SheetPart[]): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  const ofSheets = sheets.flatMap(({ hasNotes }, index) => [
    part(`worksheets/sheet${index + 1}.xml`, 'worksheet'),
    ...(hasNotes ? [part(`comments${index + 1}.xml`, 'comments')] : []),
  ]);
  return [
    HEAD,
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    `<Default Extension="rels" ContentType="${PACKAGE}"/>`,
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    part('workbook.xml', 'sheet.main'),
    part('styles.xml', 'styles'),
    ...ofSheets,
    '</Types>',
  ].join('');
}

export const packageRelations = relations([['officeDocument', 'xl/workbook.xml']]);

export function workbookXml(sheets: readonly SheetPart[]): string {
  const listed = sheets.map(({ name, isHidden }, index) => {
    const state = isHidden ? ' state="hidden"' : '';
    return `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${state} r:id="r${index + 1}"/>`;
  });
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${KINDS}"><sheets>${listed.join('')}</sheets></workbook>`;
}

export function workbookRelations(sheets: readonly SheetPart[]): string {
  const ofSheets = sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const);
  return relations([...ofSheets, ['styles', 'styles.xml']]);
}

/** `number` is the sheet's own. */
export function noteRelations(number: number): string {
  return relations([
    ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
    ['comments', `../comments${number}.xml`],
  ]);
}

/** r1, r2, … in this order. */
function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${KINDS}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}
