import { Controller } from '@nestjs/common';
import { listTalentLooks, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { LookStore } from './look.store.js';

@Controller()
export class LookQueries {
  constructor(private readonly looks: LookStore) {}

  @Handles(listTalentLooks)
  async list(input: In<typeof listTalentLooks>, viewer: Caller) {
    return this.looks.list(viewer, input);
  }
}
