import { Controller } from '@nestjs/common';
import { listCountedRecords, listFigures, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { indicators } from '../indicator/definitions.js';
import { Figures } from './figures.js';

@Controller()
export class FigureQueries {
  constructor(private readonly figures: Figures) {}

  @Handles(listFigures)
  async list({ from, to }: In<typeof listFigures>, viewer: Caller) {
    viewer.demand('figure.read');
    const values =
      from || to ? await this.figures.within(viewer, { from, to }) : await this.figures.total(viewer);
    return {
      figures: indicators.map(({ id, sentence, measure }) => {
        const found = values.get(id);
        return {
          indicator: id,
          sentence,
          unit: measure,
          value: (measure === 'fen' ? found?.amount : found?.units) ?? 0,
        };
      }),
    };
  }

  @Handles(listCountedRecords)
  async records(input: In<typeof listCountedRecords>, viewer: Caller) {
    viewer.demand('figure.read');
    return this.figures.records(viewer, input);
  }
}
