import { main } from './lib/say.mjs';
import { jest, npmScript, pictureTests, runSteps, scenarioTests, serviceTests } from './lib/testing.mjs';

/**
 * `npm test`: everything it needs, it makes. Arguments go to jest (`npm test -- libs/service-kit`), and then only jest
 * runs. Cheapest first.
 */
function steps(args) {
  if (args.length > 0) {
    return [
      { name: 'domain', run: () => jest('domain', args) },
      { name: 'service', run: () => serviceTests(args) },
      ...(args.some((arg) => arg.includes('scenario'))
        ? [{ name: 'scenario', run: () => scenarioTests(args) }]
        : []),
    ];
  }
  return [
    { name: 'lint', run: () => npmScript('lint') },
    { name: 'domain', run: () => jest('domain', ['^(?!.*/libs/contracts/)']) },
    { name: 'contract', run: () => jest('domain', ['/libs/contracts/']) },
    { name: 'pictures', run: () => pictureTests() },
    { name: 'service', run: () => serviceTests([]) },
    { name: 'scenario', run: () => scenarioTests([]) },
  ];
}

await main(() => runSteps(steps(process.argv.slice(2))));
