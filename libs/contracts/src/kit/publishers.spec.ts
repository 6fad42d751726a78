import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as exported from '../index.js';
import { allContracts, type EventContract } from '../index.js';

const apps = new URL('../../../../apps/', import.meta.url);

/** What a service says of each event, by reading its source: imports and tests are left out. */
const sources = new Map(readdirSync(apps).map((app) => [app, sourceOf(app)]));
const constants = new Map(Object.entries(exported).map(([name, value]) => [value as unknown, name]));
/** Reported by the kit in the name of every service; see service-kit `journal/refusals`. */
const ofTheKit = new Set<unknown>(Object.values(exported.recordContracts).map((of) => of.refusalNoted));
const events = allContracts().filter(
  (contract) => contract.kind === 'event' && !ofTheKit.has(contract),
) as EventContract[];

test('every event is exported under a name of its own', () => {
  expect(events.filter((event) => !constants.has(event)).map(({ name }) => name)).toEqual([]);
});

test.each(events.map((event) => [event.name, event] as const))(
  '%s is reported by its own service and by no other',
  (_, event) => {
    const reporting = [...sources.keys()].filter((app) => reports(app, event));
    expect(reporting).toEqual([event.service]);
  },
);

test('what a service listens to is an event', () => {
  const heard = [...sources.values()].flatMap((source) =>
    [...source.matchAll(/@Listens\(\s*(\w+)/g)].map(([, constant]) => constant!),
  );
  const known = new Set(events.map((event) => constants.get(event)));
  expect(heard.filter((constant) => !known.has(constant))).toEqual([]);
});

/** Its own service may keep the event in a table and report it from there; whoever else names it may only listen. */
function reports(app: string, event: EventContract): boolean {
  const constant = constants.get(event)!;
  const named = new RegExp(`(?<!@Listens\\(\\s*)\\b${constant}\\b`);
  const called = new RegExp(`\\b${constant}\\(`);
  return (app === event.service ? named : called).test(sources.get(app)!);
}

function sourceOf(app: string): string {
  const folder = new URL(`${app}/src/`, apps);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(file))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .map((text) => text.replaceAll(/^import [^;]*;$/gm, '').replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, ''))
    .join('\n');
}
