import { Controller } from '@nestjs/common';
import { listClueLooks, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { LookStore } from './look.store.js';

@Controller()
export class LookQueries {
  constructor(private readonly looks: LookStore) {}

  @Handles(listClueLooks)
  async list(input: In<typeof listClueLooks>, viewer: Caller) {
    return this.looks.list(viewer, input);
  }
}
