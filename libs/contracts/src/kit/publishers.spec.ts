import { expect, test } from 'vitest';
import { allContracts, recordContracts, type EventContract } from '../index.js';
import { apps, constants, sourceOf } from './sources.fixture.js';

/** What a service says of each event, by reading its source. */
const sources = new Map(apps.map((app) => [app, sourceOf(`apps/${app}`)]));
/** Reported by the kit in the name of every service; see service-kit `journal/refusals` and `look/looks`. */
const ofTheKit = new Set<unknown>(Object.values(recordContracts).map((of) => of.refusalNoted));
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
