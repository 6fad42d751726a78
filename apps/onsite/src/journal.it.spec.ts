import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  raiseClue,
  receivePetition,
  recordActivities,
  readFinding,
  signFeedback,
  listLooks,
  lookNoted,
} from '@xuncha/contracts';
import { canonicalHash, idFromBytes } from '@xuncha/domain-kit';
import { Looks } from '@xuncha/service-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { ActivityStore } from './activity/activity.store.js';
import { ClueStore } from './clue/clue.store.js';
import { FeedbackStore } from './feedback/feedback.store.js';
import { FindingStore } from './finding/finding.store.js';
import { InspectionStore } from './inspection/inspection.store.js';
import { onsite } from './main.js';
import { PetitionStore } from './petition/petition.store.js';
import { ReportPackageStore } from './report-package/report-package.store.js';
import { Visit } from './visit.fixture.js';
import { WorkingPaperStore } from './working-paper/working-paper.store.js';

const looks = new Looks({ noted: lookNoted, list: listLooks });
const stores = [
  ...[
    InspectionStore,
    ActivityStore,
    PetitionStore,
    WorkingPaperStore,
    FindingStore,
    ClueStore,
    ReportPackageStore,
    FeedbackStore,
  ].map((Kept) => new Kept()),
  looks,
];
let system: ServicesUnderTest;

beforeAll(async () => {
  system = await startServices([onsite]);
  await life(await Visit.prepare(system, await system.publisher('planning')));
});
afterAll(() => system?.stop());

/** A record of every kind, with emoji and money, and some of them changed. */
async function life(visit: Visit) {
  const { inspectionId, people } = visit;
  const { leader, member, petitionCustodian, organizationHead } = people;
  await visit.enter();
  const activities = [{ title: '走访一组', notes: '村民说👍' }];
  await system.ask(recordActivities, { inspectionId, kind: 'householdVisit', activities }, member);
  const letter = { inspectionId, channel: 'visit' as const, content: '账目未公开' };
  await system.ask(receivePetition, letter, petitionCustodian);
  const { id: findingId } = await visit.finding({ amountInvolved: 52_600_000_000 });
  const persons = [{ name: '演示丙', authority: 'county' as const }];
  const content = { matter: '虚报冒领👀', source: '查账', persons };
  await system.ask(raiseClue, { inspectionId, findingId, nature: 'breach', content }, leader);
  await visit.leave();
  await visit.decided([findingId]);
  const { id: feedbackId } = await visit.presented();
  await system.ask(signFeedback, { feedbackId, seen: 2 }, organizationHead);
  await system.ask(readFinding, { findingId }, member);
}

test.each(stores.map((store) => [store.shape.aggregate, store] as const))(
  'the journal’s last word on each %s proves what the table holds (architecture.md, Data)',
  async (aggregate, store) => {
    const latest = await system.look<{ id: Buffer; hash: Buffer }>(
      'onsite',
      `SELECT aggregate_id AS id, row_hash AS hash FROM journal j WHERE aggregate = ? AND version =
       (SELECT MAX(version) FROM journal WHERE aggregate_id = j.aggregate_id)`,
      [aggregate],
    );
    expect(latest.length).toBeGreaterThan(0);
    for (const { id, hash } of latest) {
      const { manager } = system.runtime('onsite').db;
      const row = await store.canonicalRow(manager, system.site, idFromBytes(id));
      expect(canonicalHash(row).toString('hex')).toBe(hash.toString('hex'));
    }
  },
);
