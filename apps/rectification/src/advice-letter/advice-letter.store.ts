import { Injectable } from '@nestjs/common';
import { countAdviceLetters, readRound, type In, type listAdviceLetters } from '@xuncha/contracts';
import { refuseUnless, type Id } from '@xuncha/domain-kit';
import { namesFor, sameColumns, type Act, type Caller, type Versioned } from '@xuncha/service-kit';
import { DueStore } from '../due/due.store.js';
import { duesOf, shownToAddressee, type AdviceLetter } from './advice-letter.js';
import { AdviceLetterRow } from './advice-letter.row.js';

@Injectable()
export class AdviceLetterStore extends DueStore<AdviceLetter, AdviceLetterRow> {
  constructor() {
    const shape = {
      aggregate: 'rectification.adviceLetter',
      row: AdviceLetterRow,
      organization: 'organizationId' as const,
    };
    super({ ...shape, ...sameColumns() }, duesOf);
  }

  /** A letter goes to whom the register has, about a round that there is: both as whoever writes may know of them. */
  async refuseUnknown(
    act: Act,
    { organizationId, roundId }: Pick<AdviceLetter, 'organizationId' | 'roundId'>,
  ): Promise<void> {
    const { known } = await namesFor(act, { organizations: [organizationId] });
    refuseUnless(known(organizationId) !== undefined, 'record.unknown', { id: organizationId });
    if (roundId !== null) await act.ask(readRound, { roundId });
  }

  /** One that this viewer may see by now: the addressee not before it is sent, nor after it was withdrawn. */
  async shown(viewer: Caller, id: Id): Promise<Versioned<AdviceLetter>> {
    const letter = await this.read(viewer, id);
    refuseUnless(shownToAddressee.includes(letter.state) || writes(viewer), 'record.unknown', { id });
    return letter;
  }

  async shownPage(viewer: Caller, { cursor, limit, state, ...where }: In<typeof listAdviceLetters>) {
    const states = writes(viewer) ? state : shownToAddressee.filter((one) => !state || one === state);
    return this.page(viewer, {
      where: { ...where, state: states },
      orderBy: 'draftedOn',
      descending: true,
      cursor,
      limit,
    });
  }

  async shownCounts(viewer: Caller, where: In<typeof countAdviceLetters>) {
    const states = writes(viewer) ? undefined : shownToAddressee;
    return this.counts(viewer, countAdviceLetters, { where: { ...where, state: states } });
  }
}

/** Drafts are with those who write them. */
function writes(viewer: Caller): boolean {
  return viewer.may('advice.write');
}
