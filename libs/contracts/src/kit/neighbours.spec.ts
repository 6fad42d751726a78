import { expect, test } from 'vitest';
import { services } from '../documents/services.js';
import {
  allContracts,
  askedAtTheEdge,
  askedByGateway,
  askedForDocuments,
  heardByAll,
  neighbours,
} from '../index.js';
import { constants, sourceOf } from './sources.fixture.js';

const byConstant = new Map(allContracts().map((contract) => [constants.get(contract), contract]));
const names = Object.keys(neighbours);

/** The contracts named first within the brackets of what the pattern finds. */
function namedIn(source: string, pattern: RegExp) {
  const found = [...source.matchAll(pattern)].map(([, constant]) => byConstant.get(constant));
  return [...new Set(found.filter((contract) => contract !== undefined))];
}
const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();
const heardIn = (source: string) => namedIn(source, /@Listens\(\s*(\w+)/g).map(({ service }) => service);
const askedIn = (source: string) => namedIn(source, /\.ask\(\s*(\w+)/g).map(({ name }) => name);

test('every service that keeps a journal says whom it hears and asks', () => {
  expect(sorted([...names, 'gateway'])).toEqual(sorted(Object.keys(services)));
});

test.each(names)('%s listens to the services that it says it hears, and to no other', (name) => {
  expect(sorted(heardIn(sourceOf(`apps/${name}`)))).toEqual(sorted(neighbours[name]!.hears));
});

test.each(names)('%s asks what it says it asks, and nothing else', (name) => {
  const asked = neighbours[name]!.asks.map((contract) => contract.name);
  expect(sorted(askedIn(sourceOf(`apps/${name}`)))).toEqual(sorted(asked));
});

test('what every service hears is what the kit listens to in each of them', () => {
  expect(sorted(heardIn(sourceOf('libs/service-kit')))).toEqual(sorted(heardByAll));
});

test('what is asked for documents is what the kit asks in the services that write any', () => {
  const asked = askedForDocuments.map(({ name }) => name);
  expect(sorted(askedIn(sourceOf('libs/service-kit')))).toEqual(sorted(asked));
});

test('the gateway asks by address, and by name what it says', () => {
  const asked = askedAtTheEdge.map(({ name }) => name);
  expect(sorted(askedIn(sourceOf('apps/gateway')))).toEqual(sorted(asked));
});

test('what has no address is asked by the gateway or by a service, never by both', () => {
  const without = allContracts().filter(
    (contract) => (contract.kind === 'command' || contract.kind === 'query') && !contract.route,
  );
  const byServices = names.flatMap((name) => neighbours[name]!.asks.map((contract) => contract.name));
  const byGateway = askedByGateway().map(({ name }) => name);
  const askers = (name: string) => Number(byServices.includes(name)) + Number(byGateway.includes(name));
  expect(without.filter(({ name }) => askers(name) !== 1).map(({ name }) => name)).toEqual([]);
});
