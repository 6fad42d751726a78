import { Controller } from '@nestjs/common';
import { acceptPlan, draftPlan, receiveOpinions, returnPlan, signPlan, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { openFromPlan } from '../item/item.js';
import { ItemStore } from '../item/item.store.js';
import { personOf } from '../person/person.js';
import { CaseStore } from './case.store.js';
import * as plan from './plan.js';
import { OPINION_SERIES } from './plan.js';

@Controller()
export class PlanCommands {
  constructor(
    private readonly cases: CaseStore,
    private readonly items: ItemStore,
  ) {}

  @Handles(draftPlan)
  async draft({ caseId, seen, rows }: In<typeof draftPlan>, act: Act) {
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      plan.draft(it, rows, personOf(act, it.organizationId), act.on),
    );
  }

  @Handles(signPlan)
  async sign({ caseId, seen }: In<typeof signPlan>, act: Act) {
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      plan.sign(it, personOf(act, it.organizationId), act.on),
    );
  }

  @Handles(returnPlan)
  async return({ caseId, seen, opinions }: In<typeof returnPlan>, act: Act) {
    const number = await act.nextNumber(OPINION_SERIES);
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      plan.sendBack(it, { number, opinions }, personOf(act, it.organizationId), act.on),
    );
  }

  @Handles(acceptPlan)
  async accept({ caseId, seen, opinions = '同意' }: In<typeof acceptPlan>, act: Act) {
    const number = await act.nextNumber(OPINION_SERIES);
    const receipt = await this.cases.change(act, { id: caseId, seen }, (it) =>
      plan.accept(it, { number, opinions }, personOf(act, it.organizationId), act.on),
    );
    const accepted = await this.cases.read(act, caseId);
    const rows = plan.rowsOf(accepted);
    await this.items.addAll(
      act,
      rows.map((row) => openFromPlan(newId(), accepted, row, act.on)),
    );
    return receipt;
  }

  @Handles(receiveOpinions)
  async receiveOpinions({ caseId, seen }: In<typeof receiveOpinions>, act: Act) {
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      plan.receiveOpinions(it, personOf(act, it.organizationId), act.on),
    );
  }
}
