import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@xuncha/domain-kit';
import { systemAct, transact, type Act } from '@xuncha/service-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { rectification } from '../main.js';
import { FindingMeeting } from './meeting.js';

let system: ServicesUnderTest;
const meeting = new FindingMeeting();

beforeAll(async () => {
  system = await startServices([rectification]);
});
afterAll(() => system?.stop());

/** As one replica works on an event. */
const inReplica = <T>(work: (act: Act) => Promise<T>) => {
  const { db } = system.runtime('rectification');
  const trace = { correlation: newId(), traceparent: null };
  return transact(db, async (manager) =>
    work(await systemAct(system.runtime('rectification'), manager, system.site, trace)),
  );
};

test('case and immediate item that come at the same time in two replicas find each other, whoever is first', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [caseId, itemId, findingId] = [newId(), newId(), newId()];
    const [items, found] = await Promise.all([
      inReplica((act) => meeting.bringCase(act, caseId, [newId(), findingId])),
      inReplica((act) => meeting.bringItem(act, itemId, findingId)),
    ]);
    expect([items, found]).toEqual(found === null ? [[itemId], null] : [[], caseId]);
  }
});
