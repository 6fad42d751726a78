/** The talent service: who can be called into a team, who was, and what they did there. */
import { listTalentLooks, talentLookNoted } from '@xuncha/contracts';
import { Documents } from '@xuncha/documents';
import { configFromEnvironment, Runtime, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { AssignmentListens } from './assignment/assignment.listens.js';
import { RoundPlans } from './assignment/round-plans.js';
import { CallUpCommands } from './call-up/call-up.commands.js';
import { CallUpQueries } from './call-up/call-up.queries.js';
import { CallUpRow } from './call-up/call-up.row.js';
import { CallUpStore } from './call-up/call-up.store.js';
import { Candidates } from './composing/candidates.js';
import { Composer } from './composing/composer.js';
import { ComposingCommands } from './composing/composing.commands.js';
import { ComposingQueries } from './composing/composing.queries.js';
import { ComposingRow } from './composing/composing.row.js';
import { ComposingStore } from './composing/composing.store.js';
import { FreePeople } from './composing/free-people.js';
import { Searches } from './composing/searches.js';
import { CustodianListens } from './custodian/custodian.listens.js';
import { Custodians } from './custodian/custodians.js';
import { InspectorCommands } from './inspector/inspector.commands.js';
import { InspectorQueries } from './inspector/inspector.queries.js';
import { InspectorRow } from './inspector/inspector.row.js';
import { InspectorStore } from './inspector/inspector.store.js';
import { MeritCommands } from './inspector/merit.commands.js';
import { PoolReader } from './inspector/pool.js';
import { migrations } from './migrations.js';
import { OrganizationListens } from './organization/organization.listens.js';
import { OrganizationStore, REGISTER, REGISTER_TABLES } from './organization/organization.store.js';
import { ParticipationListens } from './participation/participation.listens.js';
import {
  PARTICIPATION,
  PARTICIPATION_TABLES,
  ParticipationStore,
} from './participation/participation.store.js';
import { RosterImporter } from './roster/importer.js';
import { RosterCommands } from './roster/roster.commands.js';
import { RosterQueries } from './roster/roster.queries.js';
import { RosterImportRow } from './roster/roster.row.js';
import { RosterImportStore } from './roster/roster.store.js';
import { Examiner } from './recusal/examiner.js';
import { Rechecks } from './recusal/rechecks.js';
import { RecusalListens } from './recusal/recusal.listens.js';
import { RecusalQueries } from './recusal/recusal.queries.js';
import { RecusalRow } from './recusal/recusal.row.js';
import { RecusalStore } from './recusal/recusal.store.js';
import { BenchReader } from './team/bench-reader.js';
import { Proposals } from './team/proposals.js';
import { TeamCommands } from './team/team.commands.js';
import { TeamListens } from './team/team.listens.js';
import { TeamQueries } from './team/team.queries.js';
import { TeamRow } from './team/team.row.js';
import { TeamStore } from './team/team.store.js';

export const talent: ServiceDefinition = {
  name: 'talent',
  migrations,
  looks: { noted: talentLookNoted, list: listTalentLooks },
  rows: [InspectorRow, CallUpRow, RosterImportRow, TeamRow, RecusalRow, ComposingRow],
  controllers: [
    OrganizationListens,
    InspectorCommands,
    MeritCommands,
    InspectorQueries,
    ParticipationListens,
    CallUpCommands,
    CallUpQueries,
    RosterCommands,
    RosterQueries,
    AssignmentListens,
    TeamCommands,
    TeamQueries,
    TeamListens,
    RecusalQueries,
    ComposingCommands,
    ComposingQueries,
    RecusalListens,
    CustodianListens,
  ],
  providers: [
    OrganizationStore,
    InspectorStore,
    PoolReader,
    ParticipationStore,
    CallUpStore,
    RosterImportStore,
    RosterImporter,
    RoundPlans,
    TeamStore,
    BenchReader,
    Proposals,
    ComposingStore,
    FreePeople,
    Candidates,
    Searches,
    Composer,
    RecusalStore,
    Examiner,
    Rechecks,
    Custodians,
    {
      provide: Documents,
      useFactory: ({ config, log }: Runtime) =>
        new Documents(config.dataFolder, (code, facts) => log.error(facts, code)),
      inject: [Runtime],
    },
  ],
  projections: { [REGISTER]: REGISTER_TABLES, [PARTICIPATION]: PARTICIPATION_TABLES },
};

export const start = () => startService(talent, configFromEnvironment());
