/** Small Excel files that the page makes itself. Loaded when somebody asks for one. */
import writeExcelFile from 'write-excel-file/browser';

/** Any rows under a head: a template to fill in, a table of errors. */
export async function saveRows(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  const bold = head.map((value) => ({ value, fontWeight: 'bold' as const }));
  const columns = head.map(() => ({ width: 24 }));
  const cells = rows.map((row) => row.map(cellOf));
  await writeExcelFile([bold, ...cells] as never, { columns } as never).toFile(`${name}.xlsx`);
}

const cellOf = (value: string | number) =>
  typeof value === 'number' ? { value, type: Number } : { value, type: String };
