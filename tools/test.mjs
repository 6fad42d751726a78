import { main } from './lib/say.mjs';
import { npmScript, pictureTests, runSteps, scenarioTests, serviceTests, tier } from './lib/testing.mjs';

/**
 * `npm test`: everything it needs, it makes. Arguments are parts of file names (`npm test -- libs/service-kit`), and then only
 * such tests run. Cheapest first.
 */
function steps(args) {
  if (args.length > 0) {
    return [
      { name: 'domain', run: () => tier('domain', args) },
      { name: 'contract', run: () => tier('contract', args) },
      { name: 'service', run: () => serviceTests(args) },
      ...(args.some((arg) => arg.includes('scenario'))
        ? [{ name: 'scenario', run: () => scenarioTests(args) }]
        : []),
    ];
  }
  return [
    { name: 'lint', run: () => npmScript('lint') },
    { name: 'domain', run: () => tier('domain', []) },
    { name: 'contract', run: () => tier('contract', []) },
    { name: 'pictures', run: () => pictureTests() },
    { name: 'service', run: () => serviceTests([]) },
    { name: 'scenario', run: () => scenarioTests([]) },
  ];
}

await main(() => runSteps(steps(process.argv.slice(2))));
