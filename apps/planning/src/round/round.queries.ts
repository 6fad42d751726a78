import { Controller } from '@nestjs/common';
import { findRounds, countRounds, listRounds, readRound, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { RoundStore } from './round.store.js';

@Controller()
export class RoundQueries {
  constructor(private readonly rounds: RoundStore) {}

  @Handles(readRound)
  async read(input: In<typeof readRound>, viewer: Caller) {
    return this.rounds.read(viewer, input.roundId);
  }

  @Handles(findRounds)
  async find({ text }: In<typeof findRounds>, viewer: Caller) {
    return { items: await this.rounds.search(viewer, text) };
  }

  @Handles(listRounds)
  async list(input: In<typeof listRounds>, viewer: Caller) {
    const { cursor, limit, ...where } = input;
    return this.rounds.page(viewer, { where, descending: true, cursor, limit });
  }

  @Handles(countRounds)
  async count(where: In<typeof countRounds>, viewer: Caller) {
    return this.rounds.counts(viewer, countRounds, { where });
  }
}
