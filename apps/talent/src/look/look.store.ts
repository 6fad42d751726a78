import { Injectable } from '@nestjs/common';
import { talentLookTaken, type TalentPart } from '@xuncha/contracts';
import { Looks } from '@xuncha/service-kit';

@Injectable()
export class LookStore extends Looks<TalentPart> {
  constructor() {
    super('talent', talentLookTaken);
  }
}
