import { Controller } from '@nestjs/common';
import {
  assignmentCancelled,
  assignmentIssued,
  assignmentMembersChanged,
  type BodyOf,
} from '@xuncha/contracts';
import { Listens, OnRung, type Act, type Envelope, type RungFired } from '@xuncha/service-kit';
import { FEEDBACK_DEADLINE } from './feedback-deadline.js';
import * as inspection from './inspection.js';
import { InspectionStore } from './inspection.store.js';

@Controller()
export class InspectionListens {
  constructor(private readonly inspections: InspectionStore) {}

  @Listens(assignmentIssued)
  async whenAssignmentIssued_openInspections({ body }: Envelope<BodyOf<typeof assignmentIssued>>, act: Act) {
    const opened = body.organizations.map((organization) => inspection.open(body, organization, act.on));
    await this.inspections.addAll(act, opened);
  }

  /** Told with the assignment, so that it never comes before what opened the inspections. */
  @Listens(assignmentMembersChanged)
  async whenAssignmentMembersChanged_followTeam(
    { body }: Envelope<BodyOf<typeof assignmentMembersChanged>>,
    act: Act,
  ) {
    const { assignmentId, members } = body;
    for (const { id } of await this.inspections.find(act, { where: { assignmentId } }))
      await this.inspections.change(act, { id }, (before) => inspection.changeMembers(before, members));
  }

  @Listens(assignmentCancelled)
  async whenAssignmentCancelled_cancelInspections(
    { body }: Envelope<BodyOf<typeof assignmentCancelled>>,
    act: Act,
  ) {
    const { assignmentId } = body;
    for (const { id } of await this.inspections.find(act, { where: { assignmentId } })) {
      await this.inspections.change(act, { id }, (before) => inspection.cancel(before, act.on));
    }
  }

  @OnRung(FEEDBACK_DEADLINE)
  async whenFeedbackFallsDue_press({ aggregateId, rung }: RungFired, act: Act) {
    await this.inspections.change(act, { id: aggregateId }, (before) =>
      inspection.pressFeedback(before, rung),
    );
  }
}
