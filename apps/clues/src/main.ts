/** The clues service: clues with their contents, which organ gets them, and what became of them. */
import { listClueLooks, clueLookNoted } from '@xuncha/contracts';
import { Documents } from '@xuncha/documents';
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
import { migrations } from './migrations.js';
import { OutcomeCommands } from './outcome/outcome.commands.js';
import { OutcomeQueries } from './outcome/outcome.queries.js';
import { OutcomeRow } from './outcome/outcome.row.js';
import { OutcomeStore } from './outcome/outcome.store.js';
import { RoutingCommands } from './routing/routing.commands.js';
import { RoutingListens } from './routing/routing.listens.js';
import { RoutingQueries } from './routing/routing.queries.js';
import { RoutingRow } from './routing/routing.row.js';
import { RoutingStore } from './routing/routing.store.js';
import { DepartmentKeys } from './transfer/department-keys.js';
import { DEPARTMENT_KEYS, DepartmentKeysListens } from './transfer/department-keys.listens.js';
import { Disposals } from './transfer/disposals.js';
import { Goods } from './transfer/goods.js';
import { ProofKeys } from './transfer/proof-keys.js';
import { Proofs } from './transfer/proofs.js';
import { TransferCommands } from './transfer/transfer.commands.js';
import { DISPOSALS, TransferListens } from './transfer/transfer.listens.js';
import { TransferQueries } from './transfer/transfer.queries.js';
import { TransferRow } from './transfer/transfer.row.js';
import { TransferStore } from './transfer/transfer.store.js';

export const clues: ServiceDefinition = {
  name: 'clues',
  migrations,
  looks: { noted: clueLookNoted, list: listClueLooks },
  rows: [ClueRow, RoutingRow, TransferRow, OutcomeRow],
  controllers: [
    ClueCommands,
    ClueQueries,
    ClueListens,
    MovedUpListens,
    RoutingCommands,
    RoutingQueries,
    RoutingListens,
    TransferCommands,
    TransferQueries,
    TransferListens,
    DepartmentKeysListens,
    OutcomeCommands,
    OutcomeQueries,
  ],
  providers: [
    ClueStore,
    RoutingStore,
    TransferStore,
    Goods,
    Disposals,
    DepartmentKeys,
    Proofs,
    {
      provide: ProofKeys,
      useFactory: ({ config }: Runtime) => new ProofKeys(config.keyFolder),
      inject: [Runtime],
    },
    OutcomeStore,
    ContentPull,
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
  projections: { [DISPOSALS]: ['finding_disposal'], [DEPARTMENT_KEYS]: ['department_key'] },
};

export const start = () => startService(clues, configFromEnvironment());
