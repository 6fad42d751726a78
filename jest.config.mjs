// The tiers of tests share one transform; a tier is chosen by file name (style: tests).
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['xuncha', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // TypeScript sources name the file that will exist at run time (nodenext); here the source itself is loaded.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.data/'],
};

export default {
  watchman: false,
  projects: [
    {
      ...shared,
      displayName: 'domain',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.ts'],
      testPathIgnorePatterns: [
        '\\.(it|scenario|browser|by-hand|pictures)\\.spec\\.ts$',
        '/node_modules/',
        '/dist/',
      ],
    },
    {
      ...shared,
      displayName: 'service',
      testMatch: ['<rootDir>/{apps,libs}/**/*.it.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...shared,
      displayName: 'pictures',
      testMatch: ['<rootDir>/libs/**/*.pictures.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...shared,
      displayName: 'scenario',
      testMatch: ['<rootDir>/apps/scenarios/**/*.scenario.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/apps/scenarios/**/*.browser.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...shared,
      displayName: 'by-hand',
      testMatch: ['<rootDir>/apps/scenarios/**/*.by-hand.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
  ],
};
