import { Controller } from '@nestjs/common';
import {
  draftReport,
  giveReview,
  returnReports,
  signReport,
  submitHeadReport,
  type In,
} from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { personOf } from '../person/person.js';
import { CaseStore } from './case.store.js';
import { OPINION_SERIES } from './plan.js';
import * as reports from './reports.js';

@Controller()
export class ReportsCommands {
  constructor(private readonly cases: CaseStore) {}

  @Handles(draftReport)
  async draft({ caseId, seen, text, files = [] }: In<typeof draftReport>, act: Act) {
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      reports.draft(it, { text, files }, personOf(act, it.organizationId), act.on),
    );
  }

  @Handles(signReport)
  async sign({ caseId, seen }: In<typeof signReport>, act: Act) {
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      reports.sign(it, personOf(act, it.organizationId), act.on),
    );
  }

  @Handles(submitHeadReport)
  async submitHeads({ caseId, seen, text, files = [] }: In<typeof submitHeadReport>, act: Act) {
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      reports.submitHeads(it, { text, files }, personOf(act, it.organizationId), act.on),
    );
  }

  @Handles(returnReports)
  async return({ caseId, seen, opinions }: In<typeof returnReports>, act: Act) {
    const number = await act.nextNumber(OPINION_SERIES);
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      reports.sendBack(it, { number, opinions }, personOf(act, it.organizationId), act.on),
    );
  }

  @Handles(giveReview)
  async review({ caseId, seen, ...given }: In<typeof giveReview>, act: Act) {
    const { on: _, ...review } = given;
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      reports.review(it, review, personOf(act, it.organizationId), act.on),
    );
  }
}
