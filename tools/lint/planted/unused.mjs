const manifest = (name, dependencies) =>
  JSON.stringify({ name, type: 'module', exports: './src/main.ts', dependencies });

/** A file, an export and a dependency that nothing uses. */
export const unused = {
  planted: {
    'apps/planning/package.json': manifest('@xuncha/planning', { zod: '4.6.7' }),
    'apps/planning/src/main.ts': "import { used } from './round.js';\nused();\n",
    'apps/planning/src/round.ts': 'export const used = () => 1;\nexport const neverUsed = () => 2;\n',
    'apps/planning/src/forgotten.ts': 'export const a = 1;\n',
  },
  fires: [/forgotten\.ts/, /neverUsed .*round\.ts/, /zod .*apps\/planning\/package\.json/],
};
