import { Controller } from '@nestjs/common';
import { listCountedRecords, listFigures, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { composedFigures, indicators } from '../indicator/definitions.js';
import { CountedRecords } from './counted-records.js';
import { Figures } from './figures.js';

@Controller()
export class FigureQueries {
  constructor(
    private readonly figures: Figures,
    private readonly counted: CountedRecords,
  ) {}

  @Handles(listFigures)
  async list(period: In<typeof listFigures>, viewer: Caller) {
    viewer.demand('figure.read');
    const values = await this.figures.values(viewer, period);
    const all = [
      ...indicators.map(({ id, sentence, measure: unit }) => ({ indicator: id, sentence, unit })),
      ...composedFigures.map(({ id, sentence, measure: unit, parts }) => ({
        indicator: id,
        sentence,
        unit,
        parts: [...parts],
      })),
    ];
    return {
      figures: all.flatMap((figure) => {
        const value = values.get(figure.indicator);
        return value === undefined ? [] : [{ ...figure, value }];
      }),
    };
  }

  @Handles(listCountedRecords)
  async records(input: In<typeof listCountedRecords>, viewer: Caller) {
    viewer.demand('figure.read');
    return this.counted.page(viewer, input);
  }
}
