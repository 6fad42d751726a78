/** For every rule of `.dependency-cruiser.mjs`, an import that breaks it. */
const broken = [
  ['app-imports-app', 'apps/planning/src/a.ts', '../../onsite/src/main.js'],
  ['lib-imports-app', 'libs/service-kit/src/a.ts', '../../../apps/onsite/src/main.js'],
  ['domain-kit-is-pure', 'libs/domain-kit/src/a.ts', '@nestjs/common'],
  ['domain-kit-is-pure', 'libs/domain-kit/src/b.ts', 'node:fs'],
  ['domain-kit-is-pure', 'libs/domain-kit/src/c.ts', '@xuncha/contracts'],
  ['contracts-import-little', 'libs/contracts/src/a.ts', 'typeorm'],
  ['contracts-import-little', 'libs/contracts/src/b.ts', '@xuncha/service-kit'],
  ['domain-file-is-pure', 'apps/planning/src/round/round.ts', '@xuncha/service-kit'],
  ['domain-file-is-pure', 'apps/planning/src/term/term.ts', './term.row.js'],
  ['domain-file-is-pure', 'apps/planning/src/batch/batch.ts', 'typeorm'],
  ['domain-file-is-pure', 'apps/planning/src/term/due.process.ts', './term.store.js'],
  ['row-imports-upward', 'apps/planning/src/term/term.row.ts', './term.store.js'],
  ['store-imports-upward', 'apps/planning/src/term/term.store.ts', './term.commands.js'],
  ['testing-in-product', 'apps/planning/src/b.ts', '@xuncha/testing'],
  ['scenarios-import-inside', 'apps/scenarios/src/a.ts', '@xuncha/service-kit'],
  ['console-takes-types-only', 'apps/console/src/a.ts', '@xuncha/contracts'],
  ['circle', 'apps/planning/src/left.ts', './right.js'],
  ['unresolved', 'apps/planning/src/c.ts', './nowhere.js'],
];

/** Imports that the rules allow: were one of them named, the rules would be too strict. */
const allowed = [
  ['apps/planning/src/round/batch.ts', '@xuncha/contracts'],
  ['apps/planning/src/round/a.spec.ts', '@xuncha/testing'],
  ['apps/planning/src/term/term.commands.ts', '@xuncha/service-kit'],
  ['apps/planning/src/right.ts', './left.js'],
  ['apps/scenarios/src/b.ts', '@xuncha/contracts'],
  ['libs/contracts/src/c.ts', 'zod'],
  ['libs/domain-kit/src/d.ts', 'node:crypto'],
  ['apps/onsite/src/main.ts', '@xuncha/domain-kit'],
  ['tools/a.mjs', 'node:fs'],
];

const line = (to) => `import '${to}';\n`;

export const imports = {
  planted: Object.fromEntries([
    ...broken.map(([, from, to]) => [from, line(to)]),
    ...allowed.map(([from, to]) => [from, line(to)]),
  ]),
  fires: broken.map(([rule, from]) => `error ${rule}: ${from}`),
  spares: allowed.map(([from]) => `: ${from} →`).filter((from) => !from.includes('right.ts')),
};
