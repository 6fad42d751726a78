/** The planning service: register, terms, rounds, assignments, hearings, archive files, coverage. */
import { listPlanningLooks, planningLookNoted } from '@xuncha/contracts';
import { Documents } from '@xuncha/documents';
import { configFromEnvironment, Runtime, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { ArchiveFileCommands } from './archive-file/archive-file.commands.js';
import { ArchiveFileQueries } from './archive-file/archive-file.queries.js';
import { ArchiveFileRow } from './archive-file/archive-file.row.js';
import { ArchiveFileStore } from './archive-file/archive-file.store.js';
import { AssignmentCommands } from './assignment/assignment.commands.js';
import { AssignmentListens } from './assignment/assignment.listens.js';
import { AssignmentQueries } from './assignment/assignment.queries.js';
import { AssignmentRow } from './assignment/assignment.row.js';
import { AssignmentStore } from './assignment/assignment.store.js';
import { AuthorizedTeams } from './assignment/authorized-teams.js';
import { CoverageListens } from './coverage/coverage.listens.js';
import { CoverageQueries } from './coverage/coverage.queries.js';
import { COVERAGE, COVERAGE_TABLES, CoverageStore } from './coverage/coverage.store.js';
import { FormSampleQueries } from './form-sample/form-sample.queries.js';
import { HearingCommands } from './hearing/hearing.commands.js';
import { HearingQueries } from './hearing/hearing.queries.js';
import { HearingRow } from './hearing/hearing.row.js';
import { HearingStore } from './hearing/hearing.store.js';
import { migrations } from './migrations.js';
import { OrganizationCommands } from './organization/organization.commands.js';
import { OrganizationQueries } from './organization/organization.queries.js';
import { OrganizationRow } from './organization/organization.row.js';
import { OrganizationStore } from './organization/organization.store.js';
import { RegisterImporter } from './register/importer.js';
import { RegisterCommands } from './register/register.commands.js';
import { RegisterQueries } from './register/register.queries.js';
import { RegisterImportRow } from './register/register.row.js';
import { RegisterImportStore } from './register/register.store.js';
import { RoundCommands } from './round/round.commands.js';
import { RoundListens } from './round/round.listens.js';
import { RoundQueries } from './round/round.queries.js';
import { RoundRow } from './round/round.row.js';
import { RoundStore } from './round/round.store.js';
import { TermCommands } from './term/term.commands.js';
import { TermQueries } from './term/term.queries.js';
import { TermRow } from './term/term.row.js';
import { TermStore } from './term/term.store.js';

export const planning: ServiceDefinition = {
  name: 'planning',
  migrations,
  rows: [OrganizationRow, RegisterImportRow, TermRow, RoundRow, AssignmentRow, HearingRow, ArchiveFileRow],
  controllers: [
    OrganizationCommands,
    OrganizationQueries,
    RegisterCommands,
    RegisterQueries,
    TermCommands,
    TermQueries,
    RoundCommands,
    RoundQueries,
    RoundListens,
    AssignmentCommands,
    AssignmentQueries,
    AssignmentListens,
    HearingCommands,
    HearingQueries,
    FormSampleQueries,
    ArchiveFileCommands,
    ArchiveFileQueries,
    CoverageQueries,
    CoverageListens,
  ],
  providers: [
    OrganizationStore,
    RegisterImportStore,
    RegisterImporter,
    TermStore,
    RoundStore,
    AssignmentStore,
    AuthorizedTeams,
    HearingStore,
    ArchiveFileStore,
    CoverageStore,
    {
      provide: Documents,
      useFactory: ({ config, log }: Runtime) =>
        new Documents(config.dataFolder, (code, facts) => log.error(facts, code)),
      inject: [Runtime],
    },
  ],
  looks: { noted: planningLookNoted, list: listPlanningLooks },
  projections: { [COVERAGE]: COVERAGE_TABLES },
};

export const start = () => startService(planning, configFromEnvironment());
