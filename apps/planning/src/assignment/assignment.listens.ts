/** An assignment follows what happens on site and after, and falls with its round. */
import { Controller } from '@nestjs/common';
import {
  caseOpened,
  inspectionEntered,
  inspectionFedBack,
  inspectionLeft,
  inspectionReported,
  roundCancelled,
  type BodyOf,
  type Milestone,
} from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { RoundStore } from '../round/round.store.js';
import * as assignment from './assignment.js';
import { AssignmentStore } from './assignment.store.js';

type InspectionEvent = Envelope<BodyOf<typeof inspectionEntered>>;

@Controller()
export class AssignmentListens {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly rounds: RoundStore,
  ) {}

  @Listens(inspectionEntered)
  async whenInspectionEntered_followOnSite({ body }: InspectionEvent, act: Act) {
    await this.progress(act, body, 'entered');
  }

  @Listens(inspectionLeft)
  async whenInspectionLeft_followOnSite({ body }: InspectionEvent, act: Act) {
    await this.progress(act, body, 'left');
  }

  @Listens(inspectionReported)
  async whenInspectionReported_followReport({ body }: InspectionEvent, act: Act) {
    await this.progress(act, body, 'reported');
  }

  @Listens(inspectionFedBack)
  async whenInspectionFedBack_followFeedback({ body }: InspectionEvent, act: Act) {
    await this.progress(act, body, 'fedBack');
  }

  @Listens(caseOpened)
  async whenCaseOpened_followRectification({ body }: Envelope<BodyOf<typeof caseOpened>>, act: Act) {
    await this.progress(act, body, 'caseOpened');
  }

  @Listens(roundCancelled)
  async whenRoundCancelled_cancelAssignments({ body }: Envelope<BodyOf<typeof roundCancelled>>, act: Act) {
    const round = await this.rounds.read(act, body.roundId);
    const all = await this.assignments.find(act, { where: { roundId: round.id } });
    for (const { id } of all)
      await this.assignments.change(act, { id }, (before) => assignment.cancelWithRound(before, round));
  }

  private async progress(act: Act, body: InspectionEvent['body'], milestone: Milestone): Promise<void> {
    const { assignmentId, organizationId, on } = body;
    await this.assignments.change(act, { id: assignmentId }, (before) =>
      assignment.progress(before, organizationId, milestone, on),
    );
  }
}
