import ts from 'typescript';

/** Elsewhere nothing is encrypted and no key is derived; service-kit/decisions/0010. */
const cryptoFolder = 'libs/service-kit/src/crypto/';
const CIPHERS = /^(createCipheriv|createDecipheriv|hkdf|hkdfSync)$/;

const TABLE = /CREATE TABLE (\w+) \(/;
const BLOB = /^\s*`?(\w+)`? (?:TINY|MEDIUM|LONG)?BLOB\b/;
const COMMENT = /COMMENT 'sealed/;
const SEALED = /@SealedColumn\([^)]*\) (\w+)!/g;

/** `[{ table, column, line }]` of the columns that can hold ciphertext. */
function blobsIn(file) {
  let table = '';
  return file.lines.flatMap((text, index) => {
    table = TABLE.exec(text)?.[1] ?? table;
    const column = BLOB.exec(text)?.[1];
    return column ? [{ table, column, line: index + 1 }] : [];
  });
}

/** The columns that the row of a table declares as sealed; undefined where the service has no such row. */
function sealedIn(files, folder, table) {
  const row = files.find(
    ({ path, text }) =>
      path.startsWith(folder) && path.endsWith('.row.ts') && text.includes(`@Entity('${table}')`),
  );
  if (!row) return undefined;
  const names = [...row.text.matchAll(SEALED)].map(([, name]) => name);
  return new Set(names.map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)));
}

/** A petition whose content stands in such a column, with no row that says so. */
const petition = (type) => ({
  'apps/onsite/src/migrations.ts': `const sql = \`CREATE TABLE petition (\n  content ${type} NOT NULL COMMENT 'sealed'\n)\`;\n`,
});

export const sealing = [
  {
    name: 'sealed-column',
    planted: petition('BLOB'),
    find: (file, files) => {
      const [folder] = /^apps\/[^/]+\/src\/(?=migrations\.ts$)/.exec(file.path) ?? [];
      if (!folder) return [];
      return blobsIn(file)
        .filter(({ table, column }) => sealedIn(files, folder, table)?.has(column) !== true)
        .map(({ table, column, line }) => ({
          line,
          says: `bytes in ${table}.${column} are ciphertext, and its row says @SealedColumn`,
        }));
    },
  },
  {
    name: 'sealed-is-bytes',
    planted: petition('MEDIUMTEXT'),
    find: (file) =>
      file.lines.flatMap((text, index) =>
        file.path.endsWith('migrations.ts') && COMMENT.test(text) && !BLOB.test(text)
          ? [{ line: index + 1, says: 'what is sealed stands in a BLOB' }]
          : [],
      ),
  },
  {
    name: 'ciphers-in-one-place',
    planted: { 'apps/onsite/src/petition/hidden.ts': `import { createCipheriv } from 'node:crypto';` },
    find: (file) =>
      file.path.startsWith(cryptoFolder)
        ? []
        : file.findings(
            (node) => ts.isImportSpecifier(node) && CIPHERS.test(node.name.text),
            `whatever encrypts goes through the suites of ${cryptoFolder}`,
          ),
  },
];
