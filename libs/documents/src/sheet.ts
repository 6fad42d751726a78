import writeExcel from 'write-excel-file/node';

/** An Excel file of one sheet, every cell as text: a code stays as it is written, and nothing is taken for a formula. */
export async function sheetOf(
  titles: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<Buffer> {
  const header = titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((value) => (value === null ? null : { value, type: String })));
  return writeExcel([header, ...cells], { stickyRowsCount: 1 }).toBuffer();
}
