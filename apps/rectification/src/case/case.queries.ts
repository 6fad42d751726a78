import { Controller } from '@nestjs/common';
import {
  countCases,
  listCases,
  readCase,
  readCaseSigner,
  type CaseDue,
  listCaseLooks,
  type In,
} from '@xuncha/contracts';
import { Handles, Looks, type Caller, type Versioned } from '@xuncha/service-kit';
import { isOverdue } from '../due/due.js';
import { personOf } from '../person/person.js';
import { pickPlace } from '../place/place.js';
import { dueOf, maySign, type Case } from './case.js';
import { CaseStore } from './case.store.js';

@Controller()
export class CaseQueries {
  constructor(
    private readonly cases: CaseStore,
    private readonly looks: Looks,
  ) {}

  /** What the three bodies think of the reports is not for the organization; what was returned and why stands in the slips. */
  @Handles(readCase)
  async read({ caseId }: In<typeof readCase>, viewer: Caller) {
    const it = await this.cases.read(viewer, caseId);
    const { findings, plans, slips, reports, assessments, reopenings, organizationId } = it;
    return {
      ...entryOf(it, viewer.now),
      findings,
      plans,
      slips,
      reports,
      assessments,
      reopenings,
      reviews: viewer.may('case.review', { organizationId }) ? it.reviews : null,
      maySign: maySign(it, personOf(viewer, organizationId)),
    };
  }

  @Handles(listCases)
  async list({ cursor, limit, ...where }: In<typeof listCases>, viewer: Caller) {
    const page = await this.cases.page(viewer, {
      where,
      orderBy: 'openedOn',
      descending: true,
      cursor,
      limit,
    });
    return { items: page.items.map((it) => entryOf(it, viewer.now)), next: page.next };
  }

  @Handles(countCases)
  async count(where: In<typeof countCases>, viewer: Caller) {
    return this.cases.counts(viewer, countCases, { where });
  }

  @Handles(readCaseSigner)
  async readSigner({ caseId }: In<typeof readCaseSigner>, viewer: Caller) {
    const it = await this.cases.read(viewer, caseId);
    return { id: it.id, version: it.version, signerId: it.signerId, reason: await this.reasonOf(viewer, it) };
  }

  @Handles(listCaseLooks)
  async listLooks({ caseId, ...page }: In<typeof listCaseLooks>, viewer: Caller) {
    await this.cases.read(viewer, caseId);
    return this.looks.at(viewer, [caseId], page);
  }

  /** It may be that the head is the subject of a clue (rules.md 11). */
  private async reasonOf(viewer: Caller, { id, signerReason }: Case): Promise<string | null> {
    const key = (await this.cases.keysOf(viewer, [id])).get(id);
    return signerReason && key!.open('signerReason', signerReason);
  }
}

function entryOf(it: Versioned<Case>, now: Date) {
  const { id, version, feedbackId, state } = it;
  const { openedOn, planDueOn, reportsDueOn, closedOn } = it;
  const days = { openedOn, planDueOn, reportsDueOn, closedOn };
  return { id, version, ...pickPlace(it), feedbackId, state, ...days, overdue: overdueOf(it, now) };
}

function overdueOf(it: Case, now: Date): CaseDue | null {
  if (isOverdue(dueOf(it, 'plan'), now)) return 'plan';
  return isOverdue(dueOf(it, 'reports'), now) ? 'reports' : null;
}
