// Services and gateway over TLS from end to end, and what happens where somebody does not speak it or is not who they should be.
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@xuncha/domain-kit';
import { connectBroker, connectDatabase } from '@xuncha/service-kit';
import {
  startOwnTls,
  startServices,
  type OwnTls,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { notes } from '@xuncha/testing/notes';
import { startGateway, type RunningGateway } from './main.js';
import { smallIdentity } from './small-identity.fixture.js';

let own: OwnTls;
let system: ServicesUnderTest;
let gateway: RunningGateway;
let office: Person;

beforeAll(async () => {
  own = await startOwnTls();
  system = await startServices([smallIdentity, notes], own.environment);
  gateway = await startGateway({
    ...system.config,
    port: 0,
    host: '127.0.0.1',
    callsPerMinute: 1_000,
    tls: own.gateway,
  });
  office = await system.person('office');
});
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
  await own?.destroy();
});

function ask(
  path: string,
  ca: string,
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  const headers = { authorization: `Bearer ${office.token}` };
  return new Promise((resolve, reject) => {
    const request = get(gateway.address + path, { ca: readFileSync(ca), headers }, (response) => {
      let text = '';
      response.on('data', (data) => (text += String(data)));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    request.on('error', reject);
  });
}

describe('with certificates', () => {
  test('a request passes through gateway, broker and database, and browsers are told to come by TLS only', async () => {
    expect(gateway.address).toMatch(/^https:/);
    const answer = await ask(`/api/v1/notes?organizationId=${newId()}`, own.environment.XC_TLS_CA);
    expect([answer.status, answer.text]).toEqual([200, '{"items":[],"next":null}']);
    expect(answer.headers['strict-transport-security']).toContain('max-age=');
  });

  test('a caller who trusts another CA, or speaks in plain, is not answered', async () => {
    await expect(ask('/health', own.strangeCa)).rejects.toThrow(/certificate/);
    await expect(fetch(gateway.address.replace('https', 'http'))).rejects.toThrow(/fetch failed/);
  });
});

describe('a service refuses, and says why and what to do:', () => {
  const withCa = (tlsCa?: string) => ({ ...system.config, tlsCa });

  test('a broker and a database of another CA', async () => {
    const because = /CA in XC_TLS_CA has not signed/;
    await expect(connectBroker(withCa(own.strangeCa), 'notes')).rejects.toThrow(because);
    await expect(connectDatabase(withCa(own.strangeCa))).rejects.toThrow(because);
  });

  test('to speak in plain to those that take TLS alone', async () => {
    await expect(connectBroker(withCa(), 'notes')).rejects.toThrow(/XC_TLS_CA/);
    // MariaDB says no more than that to whoever comes in plain, whatever the password.
    await expect(connectDatabase(withCa())).rejects.toThrow(/takes TLS alone|Access denied/);
  });

  test('a broker and a database that speak in plain', async () => {
    const plain = { mysqlUrl: process.env.XC_MYSQL_URL!, natsUrl: process.env.XC_NATS_URL! };
    const because = /speaks no TLS: give it a certificate/;
    await expect(connectBroker({ ...withCa(own.environment.XC_TLS_CA), ...plain }, 'notes')).rejects.toThrow(
      because,
    );
    // MySQL makes itself a certificate where it is given none, which no CA of ours has signed.
    await expect(connectDatabase({ ...withCa(own.environment.XC_TLS_CA), ...plain })).rejects.toThrow(
      /speaks no TLS: give it a certificate|has not signed/,
    );
  });

  test('a broker whose certificate is for another name', async () => {
    await own.recertify({ subjectAltName: 'DNS:elsewhere.example' });
    await expect(connectBroker(system.config, 'notes')).rejects.toThrow(/certificate for another name/);
  });

  test('a broker whose certificate has expired; with a good one the services go on by themselves', async () => {
    await own.recertify({ days: -1 });
    await expect(connectBroker(system.config, 'notes')).rejects.toThrow(/has expired: renew it/);
    await own.recertify({});
    const again = await connectBroker(system.config, 'notes');
    expect(again.isClosed()).toBe(false);
    await again.close();
  });
});
