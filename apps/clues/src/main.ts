/** The clues service: clues with their contents, which organ gets them, and what became of them. */
import {
  configFromEnvironment,
  Runtime,
  SealedBoxes,
  startService,
  type ServiceDefinition,
} from '@xuncha/service-kit';
import { ClueCommands } from './clue/clue.commands.js';
import { ClueListens } from './clue/clue.listens.js';
import { ClueQueries } from './clue/clue.queries.js';
import { ClueRow } from './clue/clue.row.js';
import { ClueStore } from './clue/clue.store.js';
import { ContentPull } from './clue/content-pull.js';
import { MovedUpListens } from './clue/moved-up.listens.js';
import { LookQueries } from './look/look.queries.js';
import { ClueLookRow } from './look/look.row.js';
import { LookStore } from './look/look.store.js';
import { migrations } from './migrations.js';
import { OutcomeRow } from './outcome/outcome.row.js';
import { OutcomeStore } from './outcome/outcome.store.js';
import { RoutingCommands } from './routing/routing.commands.js';
import { RoutingListens } from './routing/routing.listens.js';
import { RoutingQueries } from './routing/routing.queries.js';
import { RoutingRow } from './routing/routing.row.js';
import { RoutingStore } from './routing/routing.store.js';

export const clues: ServiceDefinition = {
  name: 'clues',
  migrations,
  rows: [ClueRow, RoutingRow, ClueLookRow, OutcomeRow],
  controllers: [
    ClueCommands,
    ClueQueries,
    ClueListens,
    MovedUpListens,
    RoutingCommands,
    RoutingQueries,
    RoutingListens,
    LookQueries,
  ],
  providers: [
    ClueStore,
    RoutingStore,
    LookStore,
    OutcomeStore,
    ContentPull,
    {
      provide: SealedBoxes,
      useFactory: ({ config }: Runtime) => new SealedBoxes(config.keyFolder),
      inject: [Runtime],
    },
  ],
};

export const start = () => startService(clues, configFromEnvironment());
