import { Controller } from '@nestjs/common';
import { assessCase, closeCase, nameCaseSigner, reopenCase, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { ItemStore } from '../item/item.store.js';
import { personOf } from '../person/person.js';
import * as domain from './case.js';
import { CaseStore } from './case.store.js';

@Controller()
export class CaseCommands {
  constructor(
    private readonly cases: CaseStore,
    private readonly items: ItemStore,
  ) {}

  @Handles(nameCaseSigner)
  async nameSigner({ caseId, seen, signerId, reason }: In<typeof nameCaseSigner>, act: Act) {
    const key = await this.cases.keyFor(act, caseId);
    const sealed = key.seal('signerReason', reason);
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      domain.nameSigner(it, signerId ?? null, sealed, act.on),
    );
  }

  @Handles(assessCase)
  async assess({ caseId, seen, score, grade, remark }: In<typeof assessCase>, act: Act) {
    const assessed = { score, grade, remark: remark ?? null };
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      domain.assess(it, assessed, personOf(act, it.organizationId), act.on),
    );
  }

  @Handles(closeCase)
  async close({ caseId, seen }: In<typeof closeCase>, act: Act) {
    await this.cases.hold(act, { id: caseId, seen });
    const items = await this.items.ofCase(act, caseId);
    return this.cases.change(act, { id: caseId, seen }, (it) => domain.close(it, items, act.on));
  }

  @Handles(reopenCase)
  async reopen({ caseId, seen, reason }: In<typeof reopenCase>, act: Act) {
    return this.cases.change(act, { id: caseId, seen }, (it) =>
      domain.reopen(it, reason, personOf(act, it.organizationId), act.on),
    );
  }
}
