import { Controller } from '@nestjs/common';
import {
  listCountedRecords,
  listFigures,
  listIndicators,
  monthlyBulletin,
  type In,
  type Out,
} from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { Handles, namesFor, type Caller } from '@xuncha/service-kit';
import { composedFigures, indicators } from '../indicator/definitions.js';
import { bulletinOf } from './bulletin.js';
import { discreet, isConfidential, isInspectedSide, lastBatch, STEP } from './discretion.js';
import { CountedRecords } from './counted-records.js';
import { Figures } from './figures.js';

/** Every indicator as it is told, in the order of its definition; what is composed of others follows. */
const definitions: Out<typeof listIndicators>['indicators'] = [
  ...indicators.map(({ id, sentence, measure: unit }) => ({ indicator: id, sentence, unit })),
  ...composedFigures.map(({ id, sentence, measure: unit, parts }) => ({
    indicator: id,
    sentence,
    unit,
    parts: [...parts],
  })),
];

@Controller()
export class FigureQueries {
  constructor(
    private readonly figures: Figures,
    private readonly counted: CountedRecords,
    private readonly documents: Documents,
  ) {}

  @Handles(listIndicators)
  async define(_input: In<typeof listIndicators>, viewer: Caller) {
    viewer.demand('figure.read');
    return { indicators: definitions };
  }

  @Handles(listFigures)
  async list(period: In<typeof listFigures>, viewer: Caller) {
    viewer.demand('figure.read');
    const isInspected = isInspectedSide(viewer);
    const values = await (isInspected
      ? this.discreetly(viewer, period)
      : this.figures.values(viewer, period));
    return {
      figures: definitions.flatMap((figure) => {
        const value = values.get(figure.indicator);
        const step = isInspected && isConfidential(figure.indicator) ? { step: STEP } : {};
        return value === undefined ? [] : [{ ...figure, value, ...step }];
      }),
    };
  }

  @Handles(monthlyBulletin)
  async bulletin(period: In<typeof monthlyBulletin>, viewer: Caller) {
    const { figures } = await this.list(period, viewer);
    const { site } = await namesFor(viewer, {});
    const filling = bulletinOf(figures, period, viewer.today);
    return { id: site.id, ...(await this.documents.write(forms.monthlyBulletin, site, filling)) };
  }

  @Handles(listCountedRecords)
  async records(input: In<typeof listCountedRecords>, viewer: Caller) {
    viewer.demand('figure.read');
    if (isInspectedSide(viewer) && isConfidential(input.indicator)) return { items: [], next: null };
    return this.counted.page(viewer, input);
  }

  private async discreetly(viewer: Caller, period: In<typeof listFigures>) {
    const isDated = period.from !== undefined || period.to !== undefined;
    const batched = isDated ? undefined : await this.figures.values(viewer, lastBatch(viewer.today));
    return discreet(await this.figures.values(viewer, period), batched);
  }
}
