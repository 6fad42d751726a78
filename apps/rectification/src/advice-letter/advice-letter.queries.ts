import { Controller } from '@nestjs/common';
import {
  adviceLetter,
  countAdviceLetters,
  listAdviceLetters,
  readAdviceLetter,
  type In,
} from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { Handles, namesFor, type Caller, type Versioned } from '@xuncha/service-kit';
import type { AdviceLetter } from './advice-letter.js';
import { AdviceLetterStore } from './advice-letter.store.js';
import { letterOf } from './letter.js';

@Controller()
export class AdviceLetterQueries {
  constructor(
    private readonly letters: AdviceLetterStore,
    private readonly documents: Documents,
  ) {}

  @Handles(readAdviceLetter)
  async read({ adviceLetterId }: In<typeof readAdviceLetter>, viewer: Caller) {
    const letter = await this.letters.shown(viewer, adviceLetterId);
    const { cause, advice, returned, changes, noChange, withdrawal } = letter;
    const answer = letter.answer && { ...letter.answer, files: [...(letter.answer.files ?? [])] };
    const files = [...(letter.files ?? [])];
    return { ...entryOf(letter), cause, advice, files, answer, returned, changes, noChange, withdrawal };
  }

  @Handles(adviceLetter)
  async letter(input: In<typeof adviceLetter>, viewer: Caller) {
    const letter = await this.read(input, viewer);
    const names = await namesFor(viewer, { organizations: [letter.organizationId] });
    const file = await this.documents.write(forms.adviceLetter, names.site, letterOf(letter, names));
    return { id: letter.id, ...file };
  }

  @Handles(listAdviceLetters)
  async list(input: In<typeof listAdviceLetters>, viewer: Caller) {
    const page = await this.letters.shownPage(viewer, input);
    return { items: page.items.map(entryOf), next: page.next };
  }

  @Handles(countAdviceLetters)
  async count(where: In<typeof countAdviceLetters>, viewer: Caller) {
    return this.letters.shownCounts(viewer, where);
  }
}

function entryOf(letter: Versioned<AdviceLetter>) {
  const { id, version, number, organizationId, roundId, subject, state } = letter;
  const { draftedOn, sentOn, dueOn, answer, closedOn, changes } = letter;
  const life = { draftedOn, sentOn, dueOn, answeredOn: answer?.on ?? null, closedOn };
  return {
    id,
    version,
    number,
    organizationId,
    roundId,
    subject,
    state,
    ...life,
    changeCount: changes.length,
  };
}
