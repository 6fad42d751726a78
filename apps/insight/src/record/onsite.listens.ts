import { Controller } from '@nestjs/common';
import {
  activityRecorded,
  findingConfirmed,
  findingDropped,
  findingMerged,
  findingReclassified,
  inspectionEntered,
  type BodyOf,
} from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { known } from './record.js';
import { Records } from './records.js';

@Controller()
export class OnsiteListens {
  constructor(private readonly records: Records) {}

  @Listens(inspectionEntered)
  async whenInspectionEntered_countIt({ body }: Envelope<BodyOf<typeof inspectionEntered>>, act: Act) {
    const { inspectionId, assignmentId, roundId, organizationId, on } = body;
    await this.records.put(act, inspectionId, () => ({
      id: inspectionId,
      kind: 'onsite.inspection',
      organizationId,
      roundId,
      parentId: assignmentId,
      state: 'entered',
      on,
      traits: {},
    }));
  }

  @Listens(activityRecorded)
  async whenActivityRecorded_countIt({ body }: Envelope<BodyOf<typeof activityRecorded>>, act: Act) {
    const { activityId, inspectionId, roundId, organizationId, kind, on } = body;
    await this.records.put(act, activityId, () => ({
      id: activityId,
      kind: 'onsite.activity',
      organizationId,
      roundId,
      parentId: inspectionId,
      state: 'recorded',
      on,
      traits: { activityKind: kind },
    }));
  }

  @Listens(findingConfirmed)
  async whenFindingConfirmed_countIt({ body }: Envelope<BodyOf<typeof findingConfirmed>>, act: Act) {
    const { findingId, inspectionId, roundId, organizationId, classes, amountInvolved, on } = body;
    await this.records.put(act, findingId, () => ({
      id: findingId,
      kind: 'onsite.finding',
      organizationId,
      roundId,
      parentId: inspectionId,
      state: 'confirmed',
      on,
      traits: { classes, amount: amountInvolved },
    }));
  }

  @Listens(findingReclassified)
  async whenFindingReclassified_countAnew({ body }: Envelope<BodyOf<typeof findingReclassified>>, act: Act) {
    const traits = { classes: body.classes, amount: body.amountInvolved };
    await this.records.put(act, body.findingId, (before) => ({ ...known(before), traits }));
  }

  @Listens(findingMerged)
  async whenFindingMerged_countTheOther({ body }: Envelope<BodyOf<typeof findingMerged>>, act: Act) {
    await this.records.put(act, body.findingId, (before) => ({ ...known(before), state: 'merged' }));
  }

  @Listens(findingDropped)
  async whenFindingDropped_countItNoMore({ body }: Envelope<BodyOf<typeof findingDropped>>, act: Act) {
    await this.records.put(act, body.findingId, (before) => ({ ...known(before), state: 'dropped' }));
  }
}
