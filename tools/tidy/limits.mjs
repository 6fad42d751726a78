import ts from 'typescript';

const LINES_OF_FILE = 300;
const LINES_OF_FUNCTION = 50;
/** What a component draws is read as one picture, an element to a line. */
const LINES_OF_COMPONENT = 90;
const mostLines = ({ path }) => (path.endsWith('.tsx') ? LINES_OF_COMPONENT : LINES_OF_FUNCTION);
const DEPENDENCIES = 4;
const LINES_THAT_EXPLAIN_THEMSELVES = 40;
const LINES_OF_OPENING = 10;

const isFunction = (node) => ts.isFunctionLike(node) && node.body !== undefined;

/** `describe('…', () => { … })` is a chapter, not a function. */
const isChapter = (node) =>
  ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());

const linesOf = (file, node) => file.lineOf(node.getEnd()) - file.lineOf(node.getStart()) + 1;

export const limits = [
  {
    name: 'file-length',
    planted: { 'libs/service-kit/src/long.ts': '// Long.\n'.repeat(LINES_OF_FILE + 1) },
    find: (file) =>
      file.isCode && file.lines.length > LINES_OF_FILE
        ? [
            {
              line: LINES_OF_FILE + 1,
              says: `${file.lines.length} lines; a file has at most ${LINES_OF_FILE}`,
            },
          ]
        : [],
  },
  {
    name: 'function-length',
    planted: { 'libs/service-kit/src/long.ts': `export function long() {\n${'  go();\n'.repeat(49)}}\n` },
    find: (file) =>
      file.findings(
        (node) => isFunction(node) && !isChapter(node) && linesOf(file, node) > mostLines(file),
        (node) => `${linesOf(file, node)} lines; a function has at most ${mostLines(file)}`,
      ),
  },
  {
    name: 'constructor-dependencies',
    planted: { 'libs/service-kit/src/hub.ts': 'class Hub { constructor(a: A, b: B, c: C, d: D, e: E) {} }' },
    find: (file) =>
      file.findings(
        (node) => ts.isConstructorDeclaration(node) && node.parameters.length > DEPENDENCIES,
        (node) => `${node.parameters.length} dependencies; a constructor has at most ${DEPENDENCIES}`,
      ),
  },
  {
    name: 'opening',
    planted: { 'libs/service-kit/src/mute.ts': 'export const a = 1;\n'.repeat(41) },
    find: (file) =>
      file.isCode &&
      !file.isTest &&
      !NAME_SAYS_ALL.test(file.path) &&
      file.lines.length > LINES_THAT_EXPLAIN_THEMSELVES &&
      !opensWithComment(file)
        ? [{ line: 1, says: 'a comment in its first lines says what the file is for' }]
        : [],
  },
];

/** The parts of a feature folder: what each kind is for is said once, in the style guide of the house. */
const NAME_SAYS_ALL = /\.(commands|queries|listens|row|store)\.ts$/;

function opensWithComment(file) {
  const first = file.tree.statements.find((statement) => !ts.isImportDeclaration(statement));
  const start = first ? file.lineOf(first.getStart()) : file.lines.length;
  const opening = file.lines.slice(0, start + LINES_OF_OPENING);
  return opening.some((line) => /^\s*(\/\/|\/\*\*?)\s*\S?/.test(line));
}
