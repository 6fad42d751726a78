import { Controller } from '@nestjs/common';
import {
  answerAdviceLetter,
  closeAdviceLetter,
  draftAdviceLetter,
  recordAdviceChange,
  returnAdviceAnswer,
  reviseAdviceLetter,
  sendAdviceLetter,
  withdrawAdviceLetter,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import * as domain from './advice-letter.js';
import { AdviceLetterStore } from './advice-letter.store.js';

@Controller()
export class AdviceLetterCommands {
  constructor(private readonly letters: AdviceLetterStore) {}

  @Handles(draftAdviceLetter)
  async draft({ roundId, files = [], ...given }: In<typeof draftAdviceLetter>, act: Act) {
    const about = { ...given, roundId: roundId ?? null, files, on: act.on };
    await this.letters.refuseUnknown(act, about);
    return this.letters.add(act, domain.draft(newId(), about));
  }

  @Handles(reviseAdviceLetter)
  async revise({ adviceLetterId, seen, files = [], ...given }: In<typeof reviseAdviceLetter>, act: Act) {
    const { subject, cause, advice } = given;
    return this.letters.change(act, { id: adviceLetterId, seen }, (letter) =>
      domain.revise(letter, { subject, cause, advice, files }, act.on),
    );
  }

  @Handles(sendAdviceLetter)
  async send({ adviceLetterId, seen, dueOn }: In<typeof sendAdviceLetter>, act: Act) {
    const number = await act.nextNumber(domain.LETTER_SERIES);
    return this.letters.change(act, { id: adviceLetterId, seen }, (letter) =>
      domain.send(letter, { number, dueOn, on: act.on }),
    );
  }

  @Handles(withdrawAdviceLetter)
  async withdraw({ adviceLetterId, seen, reason }: In<typeof withdrawAdviceLetter>, act: Act) {
    return this.letters.change(act, { id: adviceLetterId, seen }, (letter) =>
      domain.withdraw(letter, reason, act.person, act.on),
    );
  }

  @Handles(answerAdviceLetter)
  async answer({ adviceLetterId, seen, text, files = [] }: In<typeof answerAdviceLetter>, act: Act) {
    await this.letters.shown(act, adviceLetterId);
    return this.letters.change(act, { id: adviceLetterId, seen }, (letter) =>
      domain.answer(letter, { ...toldBy(act, text), files }),
    );
  }

  @Handles(returnAdviceAnswer)
  async returnAnswer({ adviceLetterId, seen, reason, dueOn }: In<typeof returnAdviceAnswer>, act: Act) {
    return this.letters.change(act, { id: adviceLetterId, seen }, (letter) =>
      domain.returnAnswer(letter, toldBy(act, reason), dueOn),
    );
  }

  @Handles(recordAdviceChange)
  async recordChange({ adviceLetterId, seen, text }: In<typeof recordAdviceChange>, act: Act) {
    await this.letters.shown(act, adviceLetterId);
    return this.letters.change(act, { id: adviceLetterId, seen }, (letter) =>
      domain.recordChange(letter, toldBy(act, text)),
    );
  }

  @Handles(closeAdviceLetter)
  async close({ adviceLetterId, seen, noChange }: In<typeof closeAdviceLetter>, act: Act) {
    return this.letters.change(act, { id: adviceLetterId, seen }, (letter) =>
      domain.close(letter, noChange ?? null, act.on),
    );
  }
}

function toldBy(act: Act, text: string): domain.Telling {
  return { text, on: act.on, by: act.person };
}
