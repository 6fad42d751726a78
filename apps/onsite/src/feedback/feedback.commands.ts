import { Controller } from '@nestjs/common';
import {
  nameFeedbackSigner,
  prepareFeedback,
  presentFeedback,
  reviseFeedback,
  signFeedback,
  type In,
} from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { FindingStore } from '../finding/finding.store.js';
import { meetFeedbackDeadline } from '../inspection/feedback-deadline.js';
import * as inspection from '../inspection/inspection.js';
import { InspectionStore } from '../inspection/inspection.store.js';
import * as feedback from './feedback.js';
import { FeedbackStore, signing } from './feedback.store.js';

/** Feedback documents of a year: 瑞巡反〔2017〕3号. */
const SERIES = '巡反';

@Controller()
export class FeedbackCommands {
  constructor(
    private readonly feedbacks: FeedbackStore,
    private readonly inspections: InspectionStore,
    private readonly findings: FindingStore,
  ) {}

  @Handles(prepareFeedback)
  async prepare({ inspectionId, opinion }: In<typeof prepareFeedback>, act: Act) {
    const visited = await this.inspections.read(act, inspectionId);
    const decided = await this.findings.inStates(act, inspectionId, 'decided');
    const number = await act.nextNumber(SERIES);
    return this.feedbacks.add(act, feedback.prepare(visited, decided, { number, opinion }, act.on));
  }

  @Handles(reviseFeedback)
  async revise({ feedbackId: id, seen, opinion }: In<typeof reviseFeedback>, act: Act) {
    const { inspectionId } = await this.feedbacks.read(act, id);
    const decided = await this.findings.inStates(act, inspectionId, 'decided');
    return this.feedbacks.change(act, { id, seen }, (before) =>
      feedback.revise(before, decided, opinion, act.on),
    );
  }

  @Handles(nameFeedbackSigner)
  async nameSigner({ feedbackId: id, seen, ...named }: In<typeof nameFeedbackSigner>, act: Act) {
    const { signerId, ground, reason } = named;
    return this.feedbacks.change(act, { id, seen }, (before) =>
      feedback.nameSigner(before, { signerId, ground, reason }, act.on),
    );
  }

  @Handles(presentFeedback)
  async present({ feedbackId: id, seen }: In<typeof presentFeedback>, act: Act) {
    return this.feedbacks.change(act, { id, seen }, (before) => feedback.present(before, act.on));
  }

  /** With the signature the findings and the inspection are fed back, and rectification begins. */
  @Handles(signFeedback)
  async sign({ feedbackId: id, seen }: In<typeof signFeedback>, act: Act) {
    const { inspectionId, findings } = await this.feedbacks.shown(act, id);
    const receipt = await this.feedbacks.change(act, { id, seen }, (before) =>
      feedback.sign(before, signing(act, before), act.on),
    );
    await this.findings.feedBack(
      act,
      findings.map(({ findingId }) => findingId),
    );
    await this.inspections.change(act, { id: inspectionId }, (before) => inspection.feedBack(before, act.on));
    await meetFeedbackDeadline(act, inspectionId);
    return receipt;
  }
}
