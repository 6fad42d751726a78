import { Injectable } from '@nestjs/common';
import { clueLookTaken, type CluePart } from '@xuncha/contracts';
import { Looks } from '@xuncha/service-kit';
import { ClueLookRow } from './look.row.js';

@Injectable()
export class LookStore extends Looks<CluePart, { purpose: string | null }> {
  constructor() {
    super('clues', clueLookTaken, ClueLookRow);
  }
}
