/** Deadlines speak up by the clock of the site. Nothing is changed in the record that owes, so nobody at work on it is disturbed. */
import { Controller } from '@nestjs/common';
import type { CaseDue } from '@xuncha/contracts';
import { OnRung, type Act, type RungFired } from '@xuncha/service-kit';
import { dueOf as dueOfLetter } from '../advice-letter/advice-letter.js';
import { AdviceLetterStore } from '../advice-letter/advice-letter.store.js';
import { dueOf as dueOfCase } from '../case/case.js';
import { CaseStore } from '../case/case.store.js';
import { dueOf as dueOfItem } from '../item/item.js';
import { ItemStore } from '../item/item.store.js';
import { SupervisionStore } from './supervision.store.js';

@Controller()
export class SupervisionListens {
  constructor(
    private readonly supervisions: SupervisionStore,
    private readonly cases: CaseStore,
    private readonly items: ItemStore,
    private readonly letters: AdviceLetterStore,
  ) {}

  @OnRung('plan.due')
  async whenPlanIsDue_press(fired: RungFired, act: Act) {
    await this.pressCase(act, 'plan', fired);
  }

  @OnRung('report.due')
  async whenReportsAreDue_press(fired: RungFired, act: Act) {
    await this.pressCase(act, 'reports', fired);
  }

  @OnRung('item.due')
  async whenItemIsDue_press(fired: RungFired, act: Act) {
    const item = await this.items.read(act, fired.aggregateId);
    const { id: itemId, caseId } = item;
    const debt = { matter: 'item' as const, place: item, caseId, itemId, due: dueOfItem(item) };
    await this.supervisions.issue(act, debt, fired);
  }

  @OnRung('advice.due')
  async whenAnswerIsDue_press(fired: RungFired, act: Act) {
    const letter = await this.letters.read(act, fired.aggregateId);
    const { id: adviceLetterId, organizationId, roundId } = letter;
    const debt = {
      matter: 'advice' as const,
      adviceLetterId,
      organizationId,
      roundId,
      due: dueOfLetter(letter),
    };
    await this.supervisions.issue(act, debt, fired);
  }

  private async pressCase(act: Act, matter: CaseDue, fired: RungFired): Promise<void> {
    const it = await this.cases.read(act, fired.aggregateId);
    const debt = { matter, place: it, caseId: it.id, itemId: null, due: dueOfCase(it, matter) };
    await this.supervisions.issue(act, debt, fired);
  }
}
