/** The rectification service: cases with their plans and reports, items up to close-out, outcomes, supervision of what is late, advice to departments. */
import { listRectificationLooks, rectificationLookNoted } from '@xuncha/contracts';
import { Documents } from '@xuncha/documents';
import { configFromEnvironment, Runtime, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { AdviceLetterCommands } from './advice-letter/advice-letter.commands.js';
import { AdviceLetterQueries } from './advice-letter/advice-letter.queries.js';
import { AdviceLetterRow } from './advice-letter/advice-letter.row.js';
import { AdviceLetterStore } from './advice-letter/advice-letter.store.js';
import { CaseCommands } from './case/case.commands.js';
import { CaseListens } from './case/case.listens.js';
import { CaseDocumentQueries } from './case/case-documents.queries.js';
import { PlanTableQueries } from './case/plan-table.queries.js';
import { CaseQueries } from './case/case.queries.js';
import { CaseRow } from './case/case.row.js';
import { CaseStore } from './case/case.store.js';
import { PlanCommands } from './case/plan.commands.js';
import { ReportsCommands } from './case/reports.commands.js';
import { FindingMeeting } from './finding/meeting.js';
import { ItemCommands } from './item/item.commands.js';
import { ItemListens } from './item/item.listens.js';
import { ItemQueries } from './item/item.queries.js';
import { ItemRow } from './item/item.row.js';
import { ItemStore } from './item/item.store.js';
import { migrations } from './migrations.js';
import { OutcomeCommands } from './outcome/outcome.commands.js';
import { OutcomeQueries } from './outcome/outcome.queries.js';
import { OutcomeRow } from './outcome/outcome.row.js';
import { OutcomeStore } from './outcome/outcome.store.js';
import { SupervisionListens } from './supervision/supervision.listens.js';
import { SupervisionQueries } from './supervision/supervision.queries.js';
import { SupervisionRow } from './supervision/supervision.row.js';
import { SupervisionStore } from './supervision/supervision.store.js';

export const rectification: ServiceDefinition = {
  name: 'rectification',
  migrations,
  looks: { noted: rectificationLookNoted, list: listRectificationLooks },
  rows: [CaseRow, ItemRow, OutcomeRow, SupervisionRow, AdviceLetterRow],
  controllers: [
    CaseCommands,
    PlanCommands,
    ReportsCommands,
    CaseQueries,
    CaseDocumentQueries,
    PlanTableQueries,
    CaseListens,
    ItemCommands,
    ItemQueries,
    ItemListens,
    OutcomeCommands,
    OutcomeQueries,
    SupervisionQueries,
    SupervisionListens,
    AdviceLetterCommands,
    AdviceLetterQueries,
  ],
  providers: [
    CaseStore,
    ItemStore,
    OutcomeStore,
    SupervisionStore,
    AdviceLetterStore,
    FindingMeeting,
    {
      provide: Documents,
      useFactory: ({ config, log }: Runtime) =>
        new Documents(config.dataFolder, (code, facts) => log.error(facts, code)),
      inject: [Runtime],
    },
  ],
};

export const start = () => startService(rectification, configFromEnvironment());
