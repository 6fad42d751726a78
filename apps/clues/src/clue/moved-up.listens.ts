/** The way of a clue between two sites; linkage carries its number, the content follows sealed (rules.md 7). */
import { Controller } from '@nestjs/common';
import { dispatchArrived, dispatchReceived, dispatchSent, type BodyOf } from '@xuncha/contracts';
import { idFrom } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { ClueStore } from './clue.store.js';
import { forget, openFromBelow, sendUp } from './moved-up.js';

/** Clues that come from below are numbered apart from those raised here: 温巡上线〔2017〕1号. */
const SERIES = '巡上线';

@Controller()
export class MovedUpListens {
  constructor(private readonly clues: ClueStore) {}

  @Listens(dispatchSent)
  async whenSent_letItsContentFollow({ body }: Envelope<BodyOf<typeof dispatchSent>>, act: Act) {
    if (body.kind !== 'clue') return;
    await this.clues.change(act, { id: body.reference }, (before) => sendUp(before, body.toSite, act.on));
  }

  @Listens(dispatchArrived)
  async whenArrived_open({ body }: Envelope<BodyOf<typeof dispatchArrived>>, act: Act) {
    if (body.kind !== 'clue') return;
    const opened = { id: idFrom(body.dispatchId, 'clue'), number: await act.nextNumber(SERIES) };
    const movedFrom = { site: body.fromSite, clueId: body.reference };
    await this.clues.add(act, openFromBelow(opened, movedFrom, act.on));
  }

  /** The site above has the content, that of merged clues included. */
  @Listens(dispatchReceived)
  async whenReceived_forget({ body }: Envelope<BodyOf<typeof dispatchReceived>>, act: Act) {
    if (body.kind !== 'clue') return;
    const merged = await this.clues.find(act, { where: { mergedIntoId: body.reference } });
    for (const id of [body.reference, ...merged.map((clue) => clue.id)])
      await this.clues.change(act, { id }, (before) => forget(before, act.on));
  }
}
