/** A workbook to fill in: what each column takes stands at its title, what may be chosen opens as a list, and a row shows how. */
import { EXAMPLE, EXCEL } from './lines.js';
import type { Column } from './sheet/sheet.js';
import { workbookOf } from './sheet/workbook.js';

export interface TemplateColumn extends Column {
  readonly says: string;
  readonly needed: boolean;
  /** In the row that shows how; blank where that row says nothing. */
  readonly example: string;
}

/** `rows` stand there already, after the example. */
export async function templateOf(
  title: string,
  columns: readonly TemplateColumn[],
  rows: readonly (readonly (string | null)[])[] = [],
) {
  const [first, ...examples] = columns.map(({ example }) => example);
  const sheet = {
    name: title,
    columns: columns.map(headed),
    rows: [[EXAMPLE + first, ...examples], ...rows],
  };
  const content = await workbookOf([sheet]);
  return {
    name: `${title}.xlsx`,
    mediaType: EXCEL,
    base64: content.toString('base64'),
    columns: columns.map(({ title: column, needed, says }) => ({ title: column, needed, says })),
  };
}

/** A mark at the title of what must be filled in. */
function headed({ needed, title, ...column }: TemplateColumn): Column {
  return { ...column, title: needed ? `* ${title}` : title };
}
