import { Injectable } from '@nestjs/common';
import { lookTaken, type LookedAt } from '@xuncha/contracts';
import { Looks } from '@xuncha/service-kit';

@Injectable()
export class LookStore extends Looks<LookedAt> {
  constructor() {
    super('onsite', lookTaken);
  }
}
