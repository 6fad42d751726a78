/** The linkage service: which sites work together, and what goes from one to the other. */
import { configFromEnvironment, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { DispatchListens } from './dispatch/dispatch.listens.js';
import { DispatchQueries } from './dispatch/dispatch.queries.js';
import { DispatchRow } from './dispatch/dispatch.row.js';
import { DispatchStore } from './dispatch/dispatch.store.js';
import { Inbox } from './dispatch/inbox.js';
import { Outbox } from './dispatch/outbox.js';
import { FilingCommands } from './filing/filing.commands.js';
import { FilingQueries } from './filing/filing.queries.js';
import { FilingRow } from './filing/filing.row.js';
import { FilingStore } from './filing/filing.store.js';
import { migrations } from './migrations.js';
import { PeerCommands } from './peer/peer.commands.js';
import { PeerListens } from './peer/peer.listens.js';
import { PeerQueries } from './peer/peer.queries.js';
import { PeerRow } from './peer/peer.row.js';
import { PeerStore } from './peer/peer.store.js';
import { StatisticsCommands } from './statistics/statistics.commands.js';
import { StatisticsQueries } from './statistics/statistics.queries.js';
import { StatisticsRow } from './statistics/statistics.row.js';
import { StatisticsStore } from './statistics/statistics.store.js';

export const linkage: ServiceDefinition = {
  name: 'linkage',
  migrations,
  rows: [PeerRow, DispatchRow, StatisticsRow, FilingRow],
  controllers: [
    PeerCommands,
    PeerQueries,
    PeerListens,
    DispatchQueries,
    DispatchListens,
    StatisticsCommands,
    StatisticsQueries,
    FilingCommands,
    FilingQueries,
  ],
  providers: [PeerStore, DispatchStore, StatisticsStore, FilingStore, Outbox, Inbox],
};

export const start = () => startService(linkage, configFromEnvironment());
