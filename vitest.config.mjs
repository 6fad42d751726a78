import { defineConfig } from 'vitest/config';

const nowhere = ['**/node_modules/**', '**/dist/**', '**/.data/**'];

/** A tier of tests, chosen by file name (style: tests). */
const tier = (name, seconds, { include, exclude = [], atOnce = 1, isolate = false }) => ({
  // As tsc has it: Nest reads the types of constructors.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  ssr: { resolve: { conditions: ['xuncha', 'node', 'module', 'import', 'default'] } },
  test: {
    name,
    include,
    exclude: [...nowhere, ...exclude],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    // Files share the modules of their worker: to load them anew for each took longer than most tests.
    isolate,
    slowTestThreshold: seconds * 100,
    // What is shown or applied is waited for as long as it may take a machine that has other work.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: atOnce,
  },
});

export default defineConfig({
  test: {
    projects: [
      tier('domain', 30, {
        include: ['{apps,libs,tools}/**/*.spec.ts'],
        exclude: ['libs/contracts/**', '**/*.{it,s3,pictures,scenario,browser,by-hand}.spec.ts'],
        atOnce: 2,
      }),
      tier('contract', 30, { include: ['libs/contracts/**/*.spec.ts'], atOnce: 2 }),
      // Hooks start whole services. Many files wait, for a lease to run out or a server to come back: a third uses what two leave idle.
      tier('service', 60, {
        include: ['{apps,libs}/**/*.it.spec.ts'],
        exclude: ['apps/gateway/**'],
        atOnce: 3,
      }),
      // The gateway makes its routes of the contracts that there are when it is loaded, and some of its tests declare their own.
      tier('service-gateway', 60, { include: ['apps/gateway/**/*.it.spec.ts'], atOnce: 3, isolate: true }),
      tier('s3', 60, { include: ['libs/**/*.s3.spec.ts', 'libs/**/content-store.spec.ts'] }),
      tier('pictures', 240, { include: ['libs/**/*.pictures.spec.ts'] }),
      tier('scenario', 120, { include: ['apps/scenarios/**/*.scenario.spec.ts'] }),
      tier('browser', 240, { include: ['apps/scenarios/**/*.browser.spec.ts'] }),
      tier('by-hand', 240, { include: ['apps/scenarios/**/*.by-hand.spec.ts'] }),
    ],
  },
});
