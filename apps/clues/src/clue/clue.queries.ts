import { Controller } from '@nestjs/common';
import {
  countClues,
  boxFor,
  cluePackage,
  listClues,
  proposeOrgan,
  readClue,
  readClueContent,
  type ClueInBox,
  listLooksAtClue,
  type In,
} from '@xuncha/contracts';
import { refuseUnless } from '@xuncha/domain-kit';
import { Handles, Looks, SealedBoxes, systemIn, type Caller, type Versioned } from '@xuncha/service-kit';
import { propose } from '../routing/routing.js';
import { RoutingStore } from '../routing/routing.store.js';
import type { Clue } from './clue.js';
import { ClueStore } from './clue.store.js';

@Controller()
export class ClueQueries {
  constructor(
    private readonly clues: ClueStore,
    private readonly routings: RoutingStore,
    private readonly boxes: SealedBoxes,
    private readonly looks: Looks,
  ) {}

  @Handles(readClue)
  async read({ clueId }: In<typeof readClue>, viewer: Caller) {
    return viewOf(await this.clues.read(viewer, clueId));
  }

  @Handles(listClues)
  async list({ cursor, limit, ...where }: In<typeof listClues>, viewer: Caller) {
    const page = await this.clues.page(viewer, { where, descending: true, cursor, limit });
    return { items: page.items.map(viewOf), next: page.next };
  }

  @Handles(countClues)
  async count(where: In<typeof countClues>, viewer: Caller) {
    return this.clues.counts(viewer, countClues, { where });
  }

  @Handles(proposeOrgan)
  async proposeOrgan({ clueId }: In<typeof proposeOrgan>, viewer: Caller) {
    const clue = await this.clues.read(viewer, clueId);
    return propose(await this.routings.current(viewer), clue);
  }

  @Handles(readClueContent)
  async readContent({ clueId }: In<typeof readClueContent>, viewer: Caller) {
    const clue = await this.clues.read(viewer, clueId);
    refuseUnless(clue.state !== 'movedUp', 'clue.moved-up');
    refuseUnless(clue.takenOn, 'clue.content-not-here');
    const { id, version, number } = clue;
    const contents = await this.clues.openAll(viewer, clue);
    return { id, version, number, contents, salt: this.clues.saltOf(viewer, clueId) };
  }

  /** Only where linkage has sent it, and only that site's key opens it (rules.md 7). */
  @Handles(cluePackage)
  async package({ site, clueId, toSite }: In<typeof cluePackage>, asking: Caller) {
    const system = systemIn(site, asking);
    const clue = await this.clues.read(system, clueId);
    refuseUnless(clue.movedTo === toSite && clue.content !== null, 'clue.not-sent-there', { toSite });
    const { urgent, nature, profile } = clue;
    const contents = await this.clues.openAll(system, clue);
    const packed: ClueInBox = { contents, nature: nature!, urgent, profile: profile! };
    const { recipient, context } = boxFor(toSite, clueId);
    return { box: this.boxes.seal(recipient, context, JSON.stringify(packed)) };
  }

  @Handles(listLooksAtClue)
  async listLooks({ clueId, ...page }: In<typeof listLooksAtClue>, viewer: Caller) {
    await this.clues.read(viewer, clueId);
    return this.looks.at(viewer, [clueId], page);
  }
}

/** Nothing that is sealed, nor who it is about. */
function viewOf(clue: Versioned<Clue>) {
  const { content: _content, subjects, teamId: _teamId, concernsId: _concernsId, ...rest } = clue;
  const { profile: _profile, answerFrom: _answerFrom, dispositions, ...view } = rest;
  return { ...view, persons: subjects.length, dispositions: [...dispositions] };
}
