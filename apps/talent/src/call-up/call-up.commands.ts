import { Controller } from '@nestjs/common';
import { answerCallUp, endCallUp, requestCallUp, startCallUp, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { InspectorStore } from '../inspector/inspector.store.js';
import * as callUp from './call-up.js';
import { CallUpStore } from './call-up.store.js';

/** Letters that ask for people: 瑞抽〔2017〕3号. */
const SERIES = '抽';

@Controller()
export class CallUpCommands {
  constructor(
    private readonly callUps: CallUpStore,
    private readonly inspectors: InspectorStore,
  ) {}

  @Handles(requestCallUp)
  async request({ inspectorId, roundId, from, until }: In<typeof requestCallUp>, act: Act) {
    const inspector = await this.inspectors.read(act, inspectorId);
    const letter = { id: newId(), number: await act.nextNumber(SERIES), roundId, from, until };
    return this.callUps.add(act, callUp.request(letter, inspector, act.person, act.on));
  }

  @Handles(answerCallUp)
  async answer({ callUpId, seen, ...input }: In<typeof answerCallUp>, act: Act) {
    const { unitAgrees, departmentAgrees, reason = null } = input;
    const given = { unitAgrees, departmentAgrees, reason, by: act.person, on: act.on };
    return this.callUps.change(act, { id: callUpId, seen }, (before) => callUp.answer(before, given));
  }

  @Handles(startCallUp)
  async start({ callUpId, seen }: In<typeof startCallUp>, act: Act) {
    return this.callUps.change(act, { id: callUpId, seen }, (before) => callUp.start(before, act.on));
  }

  @Handles(endCallUp)
  async end({ callUpId, seen }: In<typeof endCallUp>, act: Act) {
    return this.callUps.change(act, { id: callUpId, seen }, (before) => callUp.end(before, act.on));
  }
}
