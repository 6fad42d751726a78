/** The insight service: figures from events alone. */
import { Documents } from '@xuncha/documents';
import { configFromEnvironment, Runtime, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { CountedRecords } from './figure/counted-records.js';
import { Counting } from './figure/counting.js';
import { FigureQueries } from './figure/figure.queries.js';
import { Figures } from './figure/figures.js';
import { Totals } from './figure/totals.js';
import { migrations, projections } from './migrations.js';
import { ClueListens } from './record/clues.listens.js';
import { LinkageListens } from './record/linkage.listens.js';
import { OnsiteListens } from './record/onsite.listens.js';
import { PlanningListens } from './record/planning.listens.js';
import { Records } from './record/records.js';
import { RectificationListens } from './record/rectification.listens.js';
import { TalentListens } from './record/talent.listens.js';

export const insight: ServiceDefinition = {
  name: 'insight',
  migrations,
  rows: [],
  controllers: [
    FigureQueries,
    PlanningListens,
    TalentListens,
    OnsiteListens,
    ClueListens,
    RectificationListens,
    LinkageListens,
  ],
  providers: [
    Records,
    Counting,
    Figures,
    CountedRecords,
    Totals,
    {
      provide: Documents,
      useFactory: ({ config, log }: Runtime) =>
        new Documents(config.dataFolder, (code, facts) => log.error(facts, code)),
      inject: [Runtime],
    },
  ],
  projections,
};

export const start = () => startService(insight, configFromEnvironment());
