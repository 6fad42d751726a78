import { Injectable } from '@nestjs/common';
import { rectificationLookTaken, type RectificationPart } from '@xuncha/contracts';
import { Looks } from '@xuncha/service-kit';

@Injectable()
export class LookStore extends Looks<RectificationPart> {
  constructor() {
    super('rectification', rectificationLookTaken);
  }
}
