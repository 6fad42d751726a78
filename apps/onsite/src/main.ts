/** The onsite service: inspections and all that a team does, writes, reports and feeds back there. */
import { listLooks, lookNoted } from '@xuncha/contracts';
import { Documents } from '@xuncha/documents';
import {
  configFromEnvironment,
  Runtime,
  SealedBoxes,
  startService,
  type ServiceDefinition,
} from '@xuncha/service-kit';
import { ActivityCommands } from './activity/activity.commands.js';
import { ActivityQueries } from './activity/activity.queries.js';
import { ActivityRow } from './activity/activity.row.js';
import { ActivityStore } from './activity/activity.store.js';
import { ClueCommands } from './clue/clue.commands.js';
import { ClueListens } from './clue/clue.listens.js';
import { ClueQueries } from './clue/clue.queries.js';
import { ClueRow } from './clue/clue.row.js';
import { ClueStore } from './clue/clue.store.js';
import { FeedbackCommands } from './feedback/feedback.commands.js';
import { FeedbackQueries } from './feedback/feedback.queries.js';
import { FeedbackRow } from './feedback/feedback.row.js';
import { FeedbackStore } from './feedback/feedback.store.js';
import { FindingCommands } from './finding/finding.commands.js';
import { FindingQueries } from './finding/finding.queries.js';
import { FindingRow } from './finding/finding.row.js';
import { FindingStore } from './finding/finding.store.js';
import { InspectionCommands } from './inspection/inspection.commands.js';
import { InspectionListens } from './inspection/inspection.listens.js';
import { InspectionQueries } from './inspection/inspection.queries.js';
import { InspectionRow } from './inspection/inspection.row.js';
import { InspectionStore } from './inspection/inspection.store.js';
import { MaterialCommands } from './material/material.commands.js';
import { MaterialQueries } from './material/material.queries.js';
import { MaterialRow } from './material/material.row.js';
import { MaterialStore } from './material/material.store.js';
import { migrations } from './migrations.js';
import { PaperImporter } from './paper-import/importer.js';
import { PaperImportCommands } from './paper-import/paper-import.commands.js';
import { PaperImportQueries } from './paper-import/paper-import.queries.js';
import { PaperImportRow } from './paper-import/paper-import.row.js';
import { PaperImportStore } from './paper-import/paper-import.store.js';
import { PetitionCommands } from './petition/petition.commands.js';
import { PetitionListens } from './petition/petition.listens.js';
import { PetitionQueries } from './petition/petition.queries.js';
import { PetitionRow } from './petition/petition.row.js';
import { PetitionStore } from './petition/petition.store.js';
import { Hearings } from './report-package/hearings.js';
import { ReportPackageCommands } from './report-package/report-package.commands.js';
import { HEARINGS, ReportPackageListens } from './report-package/report-package.listens.js';
import { ReportDocumentQueries } from './report-package/report-documents.queries.js';
import { ReportPackageQueries } from './report-package/report-package.queries.js';
import { ReportPackageRow } from './report-package/report-package.row.js';
import { ReportPackageStore } from './report-package/report-package.store.js';
import { TaxonomyCommands } from './taxonomy/taxonomy.commands.js';
import { TaxonomyListens } from './taxonomy/taxonomy.listens.js';
import { TaxonomyQueries } from './taxonomy/taxonomy.queries.js';
import { TaxonomyRow } from './taxonomy/taxonomy.row.js';
import { TaxonomyStore } from './taxonomy/taxonomy.store.js';
import { WorkingPaperCommands } from './working-paper/working-paper.commands.js';
import { WorkingPaperQueries } from './working-paper/working-paper.queries.js';
import { WorkingPaperRow } from './working-paper/working-paper.row.js';
import { WorkingPaperStore } from './working-paper/working-paper.store.js';

export const onsite: ServiceDefinition = {
  name: 'onsite',
  migrations,
  looks: { noted: lookNoted, list: listLooks },
  rows: [
    InspectionRow,
    MaterialRow,
    ActivityRow,
    PetitionRow,
    TaxonomyRow,
    WorkingPaperRow,
    PaperImportRow,
    FindingRow,
    ClueRow,
    ReportPackageRow,
    FeedbackRow,
  ],
  controllers: [
    InspectionCommands,
    InspectionQueries,
    InspectionListens,
    MaterialCommands,
    MaterialQueries,
    ActivityCommands,
    ActivityQueries,
    PetitionCommands,
    PetitionQueries,
    PetitionListens,
    TaxonomyCommands,
    TaxonomyQueries,
    TaxonomyListens,
    WorkingPaperCommands,
    WorkingPaperQueries,
    PaperImportCommands,
    PaperImportQueries,
    FindingCommands,
    FindingQueries,
    ClueCommands,
    ClueQueries,
    ClueListens,
    ReportPackageCommands,
    ReportPackageQueries,
    ReportDocumentQueries,
    ReportPackageListens,
    FeedbackCommands,
    FeedbackQueries,
  ],
  providers: [
    InspectionStore,
    MaterialStore,
    ActivityStore,
    PetitionStore,
    TaxonomyStore,
    WorkingPaperStore,
    PaperImportStore,
    PaperImporter,
    FindingStore,
    ClueStore,
    ReportPackageStore,
    FeedbackStore,
    Hearings,
    {
      provide: Documents,
      useFactory: ({ config, log }: Runtime) =>
        new Documents(config.dataFolder, (code, facts) => log.error(facts, code)),
      inject: [Runtime],
    },
    {
      provide: SealedBoxes,
      useFactory: ({ config }: Runtime) => new SealedBoxes(config.keyFolder),
      inject: [Runtime],
    },
  ],
  projections: { [HEARINGS]: ['hearing'] },
};

export const start = () => startService(onsite, configFromEnvironment());
