import { Controller } from '@nestjs/common';
import {
  changeEvidence,
  checkItem,
  closeItem,
  keepItemLongTerm,
  planItem,
  reopenItem,
  returnItem,
  startItem,
  submitItem,
  type In,
} from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { CaseStore } from '../case/case.store.js';
import { personOf } from '../person/person.js';
import * as domain from './item.js';
import { ItemStore } from './item.store.js';

@Controller()
export class ItemCommands {
  constructor(
    private readonly items: ItemStore,
    private readonly cases: CaseStore,
  ) {}

  @Handles(planItem)
  async plan({ itemId, seen, measure, responsible }: In<typeof planItem>, act: Act) {
    return this.items.change(act, { id: itemId, seen }, (item) =>
      domain.plan(item, measure, responsible, act.on),
    );
  }

  @Handles(startItem)
  async start({ itemId, seen }: In<typeof startItem>, act: Act) {
    await this.cases.beginWith(act, await this.items.read(act, itemId));
    return this.items.change(act, { id: itemId, seen }, (item) => domain.start(item, act.on));
  }

  @Handles(submitItem)
  async submit({ itemId, seen, ...handedIn }: In<typeof submitItem>, act: Act) {
    return this.items.change(act, { id: itemId, seen }, (item) =>
      domain.submit(item, handedIn, personOf(act, item.organizationId), { on: act.on, at: act.now }),
    );
  }

  @Handles(changeEvidence)
  async changeEvidence({ itemId, seen, ...handedIn }: In<typeof changeEvidence>, act: Act) {
    await this.cases.reopenWith(act, await this.items.read(act, itemId));
    return this.items.change(act, { id: itemId, seen }, (item) =>
      domain.changeEvidence(item, handedIn, personOf(act, item.organizationId), { on: act.on, at: act.now }),
    );
  }

  @Handles(returnItem)
  async return({ itemId, seen, opinion }: In<typeof returnItem>, act: Act) {
    return this.items.change(act, { id: itemId, seen }, (item) =>
      domain.sendBack(item, opinion, personOf(act, item.organizationId), act.on),
    );
  }

  @Handles(closeItem)
  async close({ itemId, seen, seenHash, opinion }: In<typeof closeItem>, act: Act) {
    const looked = { hash: seenHash, opinion: opinion ?? null };
    return this.items.change(act, { id: itemId, seen }, (item) =>
      domain.close(item, looked, personOf(act, item.organizationId), act.on),
    );
  }

  @Handles(reopenItem)
  async reopen({ itemId, seen, ...ground }: In<typeof reopenItem>, act: Act) {
    await this.cases.reopenWith(act, await this.items.read(act, itemId));
    return this.items.change(act, { id: itemId, seen }, (item) =>
      domain.reopen(item, ground, personOf(act, item.organizationId), act.on),
    );
  }

  @Handles(keepItemLongTerm)
  async keepLongTerm({ itemId, seen, reason }: In<typeof keepItemLongTerm>, act: Act) {
    return this.items.change(act, { id: itemId, seen }, (item) =>
      domain.keepLongTerm(item, reason, personOf(act, item.organizationId), act.on),
    );
  }

  @Handles(checkItem)
  async check({ itemId, seen, opinion }: In<typeof checkItem>, act: Act) {
    return this.items.change(act, { id: itemId, seen }, (item) =>
      domain.check(item, opinion, personOf(act, item.organizationId), act.on),
    );
  }
}
