import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { Composing } from './composing.js';
import { ComposingRow } from './composing.row.js';

@Injectable()
export class ComposingStore extends Store<Composing, ComposingRow> {
  constructor() {
    super({ aggregate: 'talent.composition', row: ComposingRow, ...sameColumns() });
  }
}
