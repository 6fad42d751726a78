import { Controller } from '@nestjs/common';
import { listLooks, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { LookStore } from './look.store.js';

@Controller()
export class LookQueries {
  constructor(private readonly looks: LookStore) {}

  @Handles(listLooks)
  async list(input: In<typeof listLooks>, viewer: Caller) {
    return this.looks.list(viewer, input);
  }
}
