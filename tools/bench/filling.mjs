/** Rows for a ledger, made by the database itself: the ledger does not care who made them. */
export const SITE = '330381';
const AT_ONCE = 50_000;

export const hex = (n) => n.toString(16).padStart(12, '0') + '70008000000000000000';
export const uuid = (n) => hex(n).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
/** In SQL; `n` is the number of the row. */
export const id = (expression) => `UNHEX(CONCAT(LPAD(HEX(${expression}), 12, '0'), '70008000000000000000'))`;
export const oneOf = (words) =>
  `ELT(1 + n % ${words.length}, ${words.map((word) => `'${word}'`).join(', ')})`;

const filler = {
  binary: id('0'),
  date: "'2017-05-04'",
  datetime: 'UTC_TIMESTAMP()',
  mediumtext: "'[]'",
  tinyint: '0',
  int: '0',
  bigint: '0',
};

/** Columns that are not given are null where they may be, and something of their type where not. */
export async function fillTable(connection, table, count, given) {
  const [columns] = await connection.query(
    `SELECT column_name AS name, data_type AS type, is_nullable AS nullable FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = ? AND extra NOT LIKE '%auto_increment%'
     AND generation_expression IS NULL ORDER BY ordinal_position`,
    [table],
  );
  const all = { site: `'${SITE}'`, id: id('n'), version: '1', ...given };
  const values = columns.map(
    ({ name, type, nullable }) =>
      all[name] ?? (nullable === 'YES' ? 'NULL' : (filler[type] ?? "CONCAT('x', n)")),
  );
  const names = columns.map(({ name }) => name).join(', ');
  for (let start = 0; start < count; start += AT_ONCE) {
    const end = Math.min(start + AT_ONCE, count) - 1;
    await connection.query(
      `INSERT INTO ${table} (${names})
       SELECT ${values.join(', ')} FROM (SELECT seq AS n FROM seq_${start}_to_${end}) AS numbers`,
    );
  }
}
