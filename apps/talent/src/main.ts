/** The talent service: who can be called into a team, who was, and what they did there. */
import { configFromEnvironment, LookRow, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { CallUpCommands } from './call-up/call-up.commands.js';
import { CallUpQueries } from './call-up/call-up.queries.js';
import { CallUpRow } from './call-up/call-up.row.js';
import { CallUpStore } from './call-up/call-up.store.js';
import { InspectorCommands } from './inspector/inspector.commands.js';
import { InspectorQueries } from './inspector/inspector.queries.js';
import { InspectorRow } from './inspector/inspector.row.js';
import { InspectorStore } from './inspector/inspector.store.js';
import { MeritCommands } from './inspector/merit.commands.js';
import { PoolReader } from './inspector/pool.js';
import { LookQueries } from './look/look.queries.js';
import { LookStore } from './look/look.store.js';
import { migrations } from './migrations.js';
import { OrganizationListens } from './organization/organization.listens.js';
import { OrganizationStore, REGISTER, REGISTER_TABLES } from './organization/organization.store.js';
import { ParticipationListens } from './participation/participation.listens.js';
import {
  PARTICIPATION,
  PARTICIPATION_TABLES,
  ParticipationStore,
} from './participation/participation.store.js';

export const talent: ServiceDefinition = {
  name: 'talent',
  migrations,
  rows: [InspectorRow, CallUpRow, LookRow],
  controllers: [
    OrganizationListens,
    InspectorCommands,
    MeritCommands,
    InspectorQueries,
    ParticipationListens,
    CallUpCommands,
    CallUpQueries,
    LookQueries,
  ],
  providers: [OrganizationStore, InspectorStore, PoolReader, ParticipationStore, CallUpStore, LookStore],
  projections: { [REGISTER]: REGISTER_TABLES, [PARTICIPATION]: PARTICIPATION_TABLES },
};

export const start = () => startService(talent, configFromEnvironment());
