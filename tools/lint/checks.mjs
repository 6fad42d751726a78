import { join } from 'node:path';
import { root } from '../lib/checkout.mjs';
import { imports } from './planted/imports.mjs';
import { promises, tests } from './planted/code.mjs';
import { unused } from './planted/unused.mjs';

const program = (name) => join(root, 'node_modules', '.bin', name);
/** Several checkers of types work out much of the same, each by itself, and the other core has a check of its own. */
const tsc = (...args) => [program('tsc'), ...args, '--checkers', '1', '--pretty', 'false'];

/**
 * The checks of `npm run lint` that other tools make. Each is one command, run in the checkout; the self-test
 * runs the same command where the planted files are, and it must fail naming everything in `fires`. `after` names the
 * check that compiles the packages which this one asks for their types.
 */
export const checks = [
  {
    name: 'types',
    command: tsc('-b'),
    planted: { 'libs/domain-kit/src/index.ts': "export const count: number = 'one';\n" },
    fires: ['libs/domain-kit/src/index.ts(1,14): error TS2322'],
  },
  {
    name: 'format',
    command: [
      program('oxfmt'),
      '--config',
      join(root, '.oxfmtrc.json'),
      '--threads=1',
      '--list-different',
      '.',
    ],
    planted: { 'apps/planning/src/ugly.ts': 'export const a = "b"' },
    fires: ['apps/planning/src/ugly.ts'],
  },
  {
    name: 'code',
    after: 'types',
    command: [program('oxlint'), '--config', join(root, '.oxlintrc.json'), '--format=unix', '.'],
    planted: { ...promises.planted, ...tests.planted },
    fires: [...promises.fires, ...tests.fires],
  },
  {
    name: 'spec types',
    after: 'types',
    command: tsc(
      '-p',
      'tsconfig.specs.json',
      '--incremental',
      '--tsBuildInfoFile',
      '.data/specs.tsbuildinfo',
    ),
    planted: { 'libs/domain-kit/src/wrong.spec.ts': "export const count: number = 'one';\n" },
    fires: ['libs/domain-kit/src/wrong.spec.ts(1,14): error TS2322'],
  },
  {
    name: 'imports',
    after: 'types',
    command: [
      program('depcruise'),
      '--config',
      join(root, '.dependency-cruiser.mjs'),
      'apps',
      'libs',
      'tools',
    ],
    ...imports,
  },
  {
    name: 'unused',
    after: 'types',
    command: [program('knip'), '--config', join(root, 'knip.json'), '--no-progress'],
    ...unused,
  },
];
