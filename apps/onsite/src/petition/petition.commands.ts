import { Controller } from '@nestjs/common';
import {
  agreeToSender,
  answerPetition,
  askForSender,
  assignPetition,
  closePetition,
  receivePetition,
  referPetition,
  screenPetition,
  verifyPetition,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { InspectionStore } from '../inspection/inspection.store.js';
import { meetAnswerDeadline, startAnswerDeadline } from './answer-deadline.js';
import * as petition from './petition.js';
import { PetitionStore } from './petition.store.js';

/** Letters and calls on an inspection: 瑞信〔2017〕3号. */
const SERIES = '信';

@Controller()
export class PetitionCommands {
  constructor(
    private readonly petitions: PetitionStore,
    private readonly inspections: InspectionStore,
  ) {}

  @Handles(receivePetition)
  async receive({ inspectionId, channel, content, sender, ...input }: In<typeof receivePetition>, act: Act) {
    petition.refuseSenderIn(content, sender);
    const inspection = await this.inspections.read(act, inspectionId);
    const id = newId();
    const { consent = false, concernsId = null, concernsTeam = false } = input;
    const keys = this.petitions.newKeys(act);
    const receipt: petition.Receipt = {
      id,
      number: await act.nextNumber(SERIES),
      channel,
      content: keys.to(id).seal('content', content),
      sender: sender ? keys.to(id).seal('sender', JSON.stringify(sender)) : null,
      consent,
      concernsId,
      concernsTeam,
    };
    await keys.save();
    const received = petition.receive(inspection, receipt, act.on);
    await startAnswerDeadline(act, received.state);
    return this.petitions.add(act, received);
  }

  @Handles(screenPetition)
  async screen({ petitionId, seen }: In<typeof screenPetition>, act: Act) {
    return this.petitions.change(act, { id: petitionId, seen }, (before) => petition.screen(before, act.on));
  }

  @Handles(assignPetition)
  async assign({ petitionId, seen, assigneeId }: In<typeof assignPetition>, act: Act) {
    const { inspectionId } = await this.petitions.read(act, petitionId);
    const inspection = await this.inspections.read(act, inspectionId);
    return this.petitions.change(act, { id: petitionId, seen }, (before) =>
      petition.assign(before, inspection, assigneeId, act.on),
    );
  }

  @Handles(verifyPetition)
  async verify({ petitionId, seen, verdict, result }: In<typeof verifyPetition>, act: Act) {
    const key = await this.petitions.keyFor(act, petitionId);
    const verified = { verdict, result: key.seal('result', result), by: act.person };
    return this.petitions.change(act, { id: petitionId, seen }, (before) =>
      petition.verify(before, verified, act.on),
    );
  }

  @Handles(referPetition)
  async refer({ petitionId, seen, toOrganizationId, withSender }: In<typeof referPetition>, act: Act) {
    return this.petitions.change(act, { id: petitionId, seen }, (before) =>
      petition.refer(before, { toOrganizationId, withSender }, act.on),
    );
  }

  @Handles(answerPetition)
  async answer({ petitionId, seen, answer }: In<typeof answerPetition>, act: Act) {
    const key = await this.petitions.keyFor(act, petitionId);
    const sealed = key.seal('answer', answer);
    const receipt = await this.petitions.change(act, { id: petitionId, seen }, (before) =>
      petition.answer(before, sealed, act.on),
    );
    await meetAnswerDeadline(act, petitionId);
    return receipt;
  }

  @Handles(closePetition)
  async close({ petitionId, seen }: In<typeof closePetition>, act: Act) {
    return this.petitions.change(act, { id: petitionId, seen }, (before) =>
      petition.close(before, act.person, act.on),
    );
  }

  @Handles(askForSender)
  async askForSender({ petitionId, seen }: In<typeof askForSender>, act: Act) {
    return this.petitions.change(act, { id: petitionId, seen }, (before) =>
      petition.askForSender(before, act.person, act.today),
    );
  }

  @Handles(agreeToSender)
  async agreeToSender({ petitionId, seen }: In<typeof agreeToSender>, act: Act) {
    return this.petitions.change(act, { id: petitionId, seen }, (before) =>
      petition.agreeToSender(before, act.person, act.today),
    );
  }
}
