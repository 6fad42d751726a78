import { Controller } from '@nestjs/common';
import { feedbackDelivered, type BodyOf } from '@xuncha/contracts';
import { idFrom } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { FindingMeeting } from '../finding/meeting.js';
import { attach } from '../item/item.js';
import { ItemStore } from '../item/item.store.js';
import { open } from './case.js';
import { CaseStore } from './case.store.js';

@Controller()
export class CaseListens {
  constructor(
    private readonly cases: CaseStore,
    private readonly items: ItemStore,
    private readonly meeting: FindingMeeting,
  ) {}

  @Listens(feedbackDelivered)
  async whenFeedbackDelivered_openCase({ body }: Envelope<BodyOf<typeof feedbackDelivered>>, act: Act) {
    const caseId = idFrom(body.feedbackId, 'case');
    await this.cases.add(act, open(caseId, body));
    const findingIds = body.findings.map((finding) => finding.findingId);
    for (const id of await this.meeting.bringCase(act, caseId, findingIds))
      await this.items.change(act, { id }, (item) => attach(item, caseId, body.on));
  }
}
