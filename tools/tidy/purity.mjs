import ts from 'typescript';

/** `item/item.ts` decides, `deadline.process.ts` waits; both are pure. */
const isDomainFile = (path) =>
  /^apps\/[^/]+\/src\/(?:.+\/)?([^/]+)\/\1\.ts$/.test(path) || /^apps\/.+\.process\.ts$/.test(path);

const isBareDate = (node) =>
  ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
const isChance = (node) =>
  ts.isPropertyAccessExpression(node) &&
  /^(Date\.now|Math\.random|performance\.now|crypto\.randomUUID)$/.test(node.getText());
const isNewId = (node) =>
  ts.isCallExpression(node) && node.expression.getText() === 'newId' && node.arguments.length === 0;

const isBranch = (node) => ts.isIfStatement(node) || ts.isSwitchStatement(node);

export const purity = [
  {
    name: 'pure-domain',
    planted: {
      'apps/planning/src/round/round.ts': 'export const today = new Date();',
      'apps/planning/src/term/term.ts': 'export const chance = Math.random();',
      'apps/planning/src/round/due.process.ts': 'export const now = Date.now();',
      'apps/planning/src/batch/batch.ts': 'export const id = newId();',
    },
    find: (file) =>
      isDomainFile(file.path)
        ? file.findings(
            (node) => isBareDate(node) || isChance(node) || isNewId(node),
            'time, identity and chance are arguments of a domain function',
          )
        : [],
  },
  {
    name: 'no-rule-in-commands',
    planted: { 'apps/planning/src/round/round.commands.ts': 'if (round.late) throw late();' },
    find: (file) =>
      file.name.endsWith('.commands.ts')
        ? file.findings(isBranch, 'a rule belongs into the domain file; commands only call it')
        : [],
  },
  {
    name: 'no-forward-ref',
    planted: { 'apps/planning/src/main.ts': 'const a = forwardRef(() => b);' },
    find: (file) =>
      file.findings(
        (node) => ts.isIdentifier(node) && node.text === 'forwardRef',
        'a circle of modules is mended, not hidden',
      ),
  },
  {
    name: 'no-synchronize',
    planted: { 'libs/service-kit/src/database.ts': 'const options = { synchronize: true };' },
    find: (file) =>
      file.findings(
        (node) =>
          ts.isPropertyAssignment(node) &&
          node.name.getText() === 'synchronize' &&
          node.initializer.kind === ts.SyntaxKind.TrueKeyword,
        'tables change by migrations written by hand',
      ),
  },
  {
    name: 'no-relations',
    planted: {
      'apps/planning/src/round/round.row.ts': 'class R { @OneToMany(() => Item, (i) => i.r) items: Item[]; }',
    },
    find: (file) =>
      file.findings(
        (node) =>
          ts.isDecorator(node) && /^@(OneToOne|OneToMany|ManyToOne|ManyToMany)\b/.test(node.getText()),
        'rows hold ids of other aggregates, not relations',
      ),
  },
];
