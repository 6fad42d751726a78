// Who may import whom (architecture.md, Shape). Every rule has a planted violation in tools/lint/planted.mjs.

const anySpec = '\\.(spec|fixture)\\.ts$';

/** Forbids the import and says why. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid(
      'app-imports-app',
      'services meet only over NATS, by contracts',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid('lib-imports-app', 'libraries know no service', { path: '^libs/' }, { path: '^apps/' }),
    forbid(
      'domain-kit-is-pure',
      'domain-kit imports no framework',
      { path: '^libs/domain-kit/src/', pathNot: anySpec },
      { pathNot: ['^libs/domain-kit/src/', '^(node:)?(crypto|module)$', '/chinese-days/'] },
    ),
    forbid(
      'contracts-import-little',
      'contracts import domain-kit and zod, no framework',
      { path: '^libs/contracts/src/', pathNot: anySpec },
      { pathNot: ['^libs/(contracts|domain-kit)/src/', '/node_modules/zod/|^node_modules/zod/'] },
    ),
    forbid(
      'domain-file-is-pure',
      'a domain file imports domain files, contracts and domain-kit, nothing else',
      { path: ['^apps/(?!console/)[^/]+/src/([^/]+)/\\1\\.ts$', '^apps/.+\\.process\\.ts$'] },
      {
        pathNot: [
          '^apps/[^/]+/src/.+/[^/.]+\\.ts$',
          '^apps/.+\\.process\\.ts$',
          '^libs/(contracts|domain-kit)/src/',
        ],
      },
    ),
    forbid(
      'row-imports-upward',
      'commands, queries and listeners use the store, the store uses the row',
      { path: '\\.row\\.ts$' },
      { path: '\\.(store|commands|queries|listens|module)\\.ts$' },
    ),
    forbid(
      'store-imports-upward',
      'commands, queries and listeners use the store, the store uses the row',
      { path: '\\.store\\.ts$' },
      { path: '\\.(commands|queries|listens|module)\\.ts$' },
    ),
    forbid(
      'testing-in-product',
      'libs/testing is imported by tests alone',
      { pathNot: [anySpec, '^libs/testing/', '^apps/scenarios/', '^tools/bench/'] },
      { path: '^libs/testing/' },
    ),
    forbid(
      'scenarios-import-inside',
      'scenarios know the system by HTTP and broker only; documents reads the files that HTTP gives',
      { path: '^apps/scenarios/' },
      { path: '^libs/', pathNot: '^libs/(contracts|documents|domain-kit|testing)/src/' },
    ),
    forbid(
      'circle',
      'files that load each other see one another half made; types alone may go in circles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'console-takes-types-only',
      'contracts would bring zod and every schema into the browser; virtual:contracts and virtual:fields say what it needs',
      { path: '^apps/console/src/', pathNot: '\\.(d|spec)\\.ts$' },
      { path: '^libs/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'unresolved',
      'an import leads to a file or an installed package',
      {},
      { couldNotResolve: true, pathNot: '^virtual:' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['xuncha', 'import', 'node', 'require', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
