/**
 * What the console knows of the contracts at run time, as modules of plain data: the contracts themselves would bring zod and every
 * schema into the browser. `virtual:contracts` is small and always needed; `virtual:fields` comes with the first form or table,
 * `virtual:evidence-types` with the first that takes files, `virtual:profiles`, the regulation profiles that there are, with the first that
 * chooses one; `virtual:fonts`, what stands in for the fonts of official documents, with the first that is looked at.
 */
import * as contracts from '@xuncha/contracts';
import { fieldsOf } from '@xuncha/contracts/fields';
import { fontStandIns, words } from '@xuncha/documents';
import { nationalProfiles } from '@xuncha/domain-kit';
import type { Plugin } from 'vite';

const modules: Readonly<Record<string, () => string>> = {
  'virtual:contracts': () => `${calls()}\nexport const roles = ${JSON.stringify(contracts.roles)};
    export const exportEnding = '${contracts.EXPORT_ENDING}';`,
  'virtual:field-words': () => `export default ${JSON.stringify(words.fields)};`,
  'virtual:value-words': () => `export default ${JSON.stringify(words.values)};`,
  'virtual:command-words': () => `export default ${JSON.stringify(words.commands)};`,
  'virtual:materials': () => `export const usualMaterials = ${JSON.stringify(words.materials)};`,
  'virtual:references': () => `export default ${JSON.stringify(words.references)};`,
  'virtual:fonts': () => `export const standIns = ${JSON.stringify(fontStandIns)};`,
  'virtual:evidence-types': () =>
    `export const evidenceTypes = ${JSON.stringify(contracts.EVIDENCE_MEDIA_TYPES)};`,
  'virtual:profiles': () => `export const profiles = ${JSON.stringify(nationalProfiles)};`,
  'virtual:fields': () =>
    `export const inputs = ${JSON.stringify(inputs())};\nexport const outputs = ${JSON.stringify(outputs())};`,
  'virtual:summaries': () => `export const summaries = ${JSON.stringify(summaries())};`,
};

export function contractsPlugin(): Plugin {
  return {
    name: 'xuncha-contracts',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)]?.(),
  };
}

type Routed = (contracts.CommandContract | contracts.QueryContract | contracts.FileContract) & {
  route: contracts.Route;
};

/** Everything that has a route, under the name by which contracts export it. */
function routed(): [name: string, contract: Routed][] {
  return Object.entries(contracts as Record<string, unknown>).filter(
    (entry): entry is [string, Routed] => isContract(entry[1]) && entry[1].route !== undefined,
  );
}

function isContract(value: unknown): value is Routed {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return kind === 'command' || kind === 'query' || kind === 'file';
}

/** A line for each, those that are alike beside each other: every page begins with them, and so they weigh least. */
function calls(): string {
  const lines = routed()
    .toSorted(([, { route: one }], [, { route: other }]) => (one.path < other.path ? -1 : 1))
    .map(([name, { name: contract, route, permission = '' }]) =>
      [route.method, route.path, permission, contract, name].join(' '),
    );
  return `export const calls = Object.fromEntries(${JSON.stringify(lines.join('\n'))}.split('\\n').map((line) => {
    const [method, path, permission, contract, name] = line.split(' ');
    return [name, { contract, method, path, permission: permission || undefined }];
  }));`;
}

/** What every contract is about, by its name: an audit trail names events and calls so. */
function summaries() {
  return Object.fromEntries(contracts.allContracts().map(({ name, summary }) => [name, summary]));
}

function inputs() {
  return Object.fromEntries(
    routed().flatMap(([name, contract]) =>
      contract.kind === 'command' || isList(contract) ? [[name, fieldsOf(contract.input)]] : [],
    ),
  );
}

/** Of lists forms narrow; of other queries none is filled in. */
const isList = (contract: Routed): contract is contracts.QueryContract & Routed =>
  contract.kind === 'query' && 'items' in fieldsOf(contract.output);

function outputs() {
  return Object.fromEntries(
    routed().flatMap(([name, contract]) =>
      contract.kind === 'query' && isShown(contract) ? [[name, fieldsOf(contract.output)]] : [],
    ),
  );
}

/** Records and lists are shown by their fields; what has a shape of its own everywhere is shown by what knows that shape. */
function isShown({ name, output, answeredFrom }: contracts.QueryContract): boolean {
  return (
    !answeredFrom && output !== (contracts.DocumentFile as unknown) && !/\.(count|listLooks)$/.test(name)
  );
}
