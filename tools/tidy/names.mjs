import ts from 'typescript';

// Names come from the glossary; these tell nothing about what a thing does.
const banned = /(Manager|Helper|Impl|Processor)s?$|StatusChanged/;
const bannedFile = /(^|[-./])(manager|helper|impl|processor|status-changed)s?\b/;
const layers =
  /^(shared|common|utils?|helpers?|services|controllers|entities|repositories|dtos?|models|interfaces)$/;

const isDeclaration = (node) =>
  ts.isClassDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isEnumDeclaration(node) ||
  ts.isFunctionDeclaration(node);

export const names = [
  {
    name: 'banned-name',
    planted: {
      'apps/planning/src/round/round.ts': 'export class RoundManager {}',
      'libs/service-kit/src/store-impl.ts': '',
      'libs/contracts/src/onsite/finding.ts': "event('onsite.finding.statusChanged', {});",
    },
    find: (file) => [
      ...file.findings(
        (node) => isDeclaration(node) && banned.test(node.name?.text ?? ''),
        (node) => `${node.name.text}: say what it does; commands command, events report`,
      ),
      ...file.findings(
        (node) => ts.isStringLiteral(node) && /\.status-?changed$/i.test(node.text),
        'an event says what happened, not that a status changed',
      ),
      ...(file.isCode && bannedFile.test(file.path)
        ? [{ line: 1, says: 'a file is named by what it holds' }]
        : []),
    ],
  },
  {
    name: 'no-layer-folder',
    planted: { 'apps/planning/src/utils/text.ts': '' },
    find: (file) =>
      file.isCode &&
      file.path
        .split('/')
        .slice(0, -1)
        .some((folder) => layers.test(folder))
        ? [{ line: 1, says: 'folders are named by the glossary, not by layers' }]
        : [],
  },
  {
    name: 'no-barrel',
    planted: { 'apps/planning/src/round/index.ts': "export * from './round.js';" },
    find: (file) =>
      /^apps\/[^/]+\/src\/.*\bindex\.tsx?$/.test(file.path)
        ? [{ line: 1, says: 'no barrels inside apps: import the file itself' }]
        : [],
  },
  {
    name: 'lonely-interface',
    planted: { 'libs/service-kit/src/clock.ts': 'interface Clock {}\nclass SystemClock implements Clock {}' },
    find: (file, files) =>
      file.findings(
        (node) => ts.isInterfaceDeclaration(node) && implementations(files, node.name.text) === 1,
        (node) => `${node.name.text} has one implementation: drop it, or make a real seam an abstract class`,
      ),
  },
];

function implementations(files, name) {
  return countsOf(files).get(name) ?? 0;
}

const counted = new WeakMap();

function countsOf(files) {
  if (!counted.has(files)) counted.set(files, countImplementations(files));
  return counted.get(files);
}

function countImplementations(files) {
  const counts = new Map();
  for (const node of files.flatMap((file) => file.nodes)) {
    if (!ts.isHeritageClause(node) || node.token !== ts.SyntaxKind.ImplementsKeyword) continue;
    for (const { expression } of node.types) {
      counts.set(expression.getText(), (counts.get(expression.getText()) ?? 0) + 1);
    }
  }
  return counts;
}
