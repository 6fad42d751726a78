/** Rows of like objects as aligned columns; Chinese characters are two columns wide on a terminal. */
export function table(rows) {
  if (rows.length === 0) return '';
  const names = Object.keys(rows[0]);
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => width(line[column]))));
  return lines
    .map((line) =>
      line
        .map((text, column) => pad(text, widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(text, to) {
  return text + ' '.repeat(to - width(text));
}

function width(text) {
  return [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}
