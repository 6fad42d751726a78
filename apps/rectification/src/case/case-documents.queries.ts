import { Controller } from '@nestjs/common';
import {
  closeOutList,
  newHeadReminder,
  planOpinionSlip,
  readFeedback,
  readOrganization,
  reportsOpinionSlip,
  type In,
  type OpinionSlip,
} from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { refuse, refuseUnless, type Id } from '@xuncha/domain-kit';
import { Handles, namesFor, type Caller } from '@xuncha/service-kit';
import { ItemStore } from '../item/item.store.js';
import { closeOutListOf, isOwed, reminderOf, slipOf } from './case-documents.js';
import { CaseStore } from './case.store.js';

@Controller()
export class CaseDocumentQueries {
  constructor(
    private readonly cases: CaseStore,
    private readonly items: ItemStore,
    private readonly documents: Documents,
  ) {}

  @Handles(planOpinionSlip)
  async planSlip({ caseId }: In<typeof planOpinionSlip>, viewer: Caller) {
    return this.slip(viewer, caseId, 'plan');
  }

  @Handles(reportsOpinionSlip)
  async reportsSlip({ caseId }: In<typeof reportsOpinionSlip>, viewer: Caller) {
    return this.slip(viewer, caseId, 'reports');
  }

  @Handles(closeOutList)
  async closeOutList({ caseId }: In<typeof closeOutList>, viewer: Caller) {
    const { it, items, feedback, names } = await this.listed(viewer, caseId);
    const filling = closeOutListOf(it, items, feedback, { names, today: viewer.today });
    return { id: it.id, ...(await this.documents.write(forms.closeOutList, names.site, filling)) };
  }

  @Handles(newHeadReminder)
  async newHeadReminder({ caseId }: In<typeof newHeadReminder>, viewer: Caller) {
    const { it, items, feedback, names } = await this.listed(viewer, caseId);
    const { organizationId } = it;
    const head = await viewer.ask(readOrganization, { organizationId });
    const isNew = head.headName !== null && head.headSince !== null && head.headSince > it.openedOn;
    refuseUnless(isNew, 'case.head-unchanged');
    refuseUnless(items.some(isOwed), 'case.nothing-owed');
    const filling = reminderOf(it, items, feedback, head, { names, today: viewer.today });
    return { id: it.id, ...(await this.documents.write(forms.newHeadReminder, names.site, filling)) };
  }

  private async slip(viewer: Caller, caseId: Id, about: OpinionSlip['about']) {
    const it = await this.cases.read(viewer, caseId);
    const slip = it.slips.findLast((one) => one.about === about) ?? refuse('case.no-slip');
    const accounts = [slip.receivedBy];
    const names = await namesFor(viewer, { organizations: [it.organizationId], accounts });
    const form = about === 'plan' ? forms.planOpinionSlip : forms.reportsOpinionSlip;
    return { id: it.id, ...(await this.documents.write(form, names.site, slipOf(slip, it, names))) };
  }

  private async listed(viewer: Caller, caseId: Id) {
    const it = await this.cases.read(viewer, caseId);
    const items = await this.items.find(viewer, { where: { caseId }, orderBy: 'dueOn' });
    const feedback = await viewer.ask(readFeedback, { feedbackId: it.feedbackId });
    const names = await namesFor(viewer, { organizations: [it.organizationId] });
    return { it, items, feedback, names };
  }
}
