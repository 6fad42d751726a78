/** The audit administrator's list of looks, in every service that keeps them. */
import { Controller, type Type } from '@nestjs/common';
import type { In, LookContracts } from '@xuncha/contracts';
import type { Caller } from '../access/caller.js';
import { Handles } from '../calls/decorators.js';
import { Looks } from './looks.js';

export function lookControllers(contracts: LookContracts | undefined): Type[] {
  if (!contracts) return [];

  @Controller()
  class LookQueries {
    constructor(private readonly looks: Looks) {}

    @Handles(contracts!.list)
    async list(input: In<LookContracts['list']>, viewer: Caller) {
      return this.looks.list(viewer, input);
    }
  }
  return [LookQueries];
}
