import { describe, expect, test } from 'vitest';
import type { ClientKey } from '@xuncha/contracts';
import { grid, parseDate } from '@xuncha/domain-kit';
import * as domain from './department-client.js';

const key = (kid: string): ClientKey => ({ kty: 'OKP', crv: 'Ed25519', x: kid, kid, alg: 'EdDSA' });
const told = {
  name: '演示纪委监委办案系统',
  organizationId: 'organ',
  scopes: ['transfer.read', 'transfer.receive'] as const,
  from: parseDate('2017-06-01'),
  until: parseDate('2018-05-31'),
};
const registered = domain.register('client', told, key('first')).state;
const active = domain.activate(registered, 'first').state;

describe('the life of a department client', () => {
  const actions = {
    activate: (it: domain.DepartmentClient) => domain.activate(it, 'first'),
    suspend: domain.suspend,
    resume: domain.resume,
    end: domain.end,
    addKey: (it: domain.DepartmentClient) => domain.addKey(it, key('second'), 'second'),
    retireKey: (it: domain.DepartmentClient) =>
      domain.retireKey({ ...it, keys: [key('first'), key('second')] }, 'first'),
  };
  test.each(grid(domain.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...registered, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('a client is let in only when its organ has said the thumbprint of its key by another way', () => {
  expect(() => domain.activate(registered, 'another')).toThrow('departmentClient.thumbprint-differs');
  expect(() => domain.addKey(active, key('second'), 'first')).toThrow('departmentClient.thumbprint-differs');
});

describe('a key is changed without a break:', () => {
  const both = domain.addKey(active, key('second'), 'second').state;
  test('old and new are good together, a third is not taken', () => {
    expect(both.keys.map(({ kid }) => kid)).toEqual(['first', 'second']);
    expect(() => domain.addKey(both, key('third'), 'third')).toThrow('departmentClient.enough-keys');
    expect(() => domain.addKey(active, key('first'), 'first')).toThrow('departmentClient.key-known');
  });
  test('the old one is retired by name, the last one stays', () => {
    const changed = domain.retireKey(both, 'first').state;
    expect(changed.keys.map(({ kid }) => kid)).toEqual(['second']);
    expect(() => domain.retireKey(both, 'third')).toThrow('departmentClient.key-unknown');
    expect(() => domain.retireKey(changed, 'second')).toThrow('departmentClient.last-key');
  });
});

test('it is in force while it is active, from its first day to its last', () => {
  const days = ['2017-05-31', '2017-06-01', '2018-05-31', '2018-06-01'].map(parseDate);
  expect(days.map((day) => domain.isInForce(active, day))).toEqual([false, true, true, false]);
  for (const state of ['registered', 'suspended', 'ended'] as const)
    expect(domain.isInForce({ ...active, state }, days[1]!)).toBe(false);
  const turned = { ...told, from: told.until, until: told.from };
  expect(() => domain.register('client', turned, key('first'))).toThrow(
    'departmentClient.ends-before-it-begins',
  );
});

test('it asks for all it may or for less, never for more', () => {
  expect(domain.narrowed(active, undefined)).toEqual(told.scopes);
  expect(domain.narrowed(active, 'transfer.receive')).toEqual(['transfer.receive']);
  for (const asked of ['transfer.receive clue.open', 'transfer.draft', '', 'transfer.read  transfer.receive'])
    expect(() => domain.narrowed(active, asked)).toThrow('client.scope-refused');
});

test('what is told of it names the organ, its scopes and its public key, and nobody', () => {
  const { facts } = domain.register('client', told, key('first'));
  expect(facts[0]!.body).toEqual({
    clientId: 'client',
    organizationId: 'organ',
    scopes: ['transfer.read', 'transfer.receive'],
    key: key('first'),
  });
});
