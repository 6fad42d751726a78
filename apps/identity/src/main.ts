/** The identity service: sites and their clocks, accounts, roles, recusals, sign-in. */
import { configFromEnvironment, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { AccountCommands } from './account/account.commands.js';
import { AccountQueries } from './account/account.queries.js';
import { AccountRow } from './account/account.row.js';
import { AccountStore } from './account/account.store.js';
import { seedDemonstration } from './demonstration/seed.js';
import { DepartmentClientCommands } from './department-client/department-client.commands.js';
import { DepartmentClientQueries } from './department-client/department-client.queries.js';
import { DepartmentClientRow } from './department-client/department-client.row.js';
import { DepartmentClientStore } from './department-client/department-client.store.js';
import { Rights } from './department-client/rights.js';
import { GrantCommands } from './grant/grant.commands.js';
import { GrantListens } from './grant/grant.listens.js';
import { GrantQueries } from './grant/grant.queries.js';
import { GrantRow } from './grant/grant.row.js';
import { GrantStore } from './grant/grant.store.js';
import { TeamAssignments } from './grant/team-assignments.js';
import { TeamRosters } from './grant/team-rosters.js';
import { migrations } from './migrations.js';
import { RecusalCommands } from './recusal/recusal.commands.js';
import { RecusalQueries } from './recusal/recusal.queries.js';
import { RecusalRow } from './recusal/recusal.row.js';
import { RecusalStore } from './recusal/recusal.store.js';
import { Attempts } from './session/attempts.js';
import { SessionQueries } from './session/session.queries.js';
import { SiteCommands } from './site/site.commands.js';
import { SiteQueries } from './site/site.queries.js';
import { SiteRow } from './site/site.row.js';
import { SiteStore } from './site/site.store.js';
import { TokenRequestQueries } from './token-request/token-request.queries.js';
import { TokenRequestRow } from './token-request/token-request.row.js';
import { TokenRequestStore } from './token-request/token-request.store.js';

export const identity: ServiceDefinition = {
  name: 'identity',
  migrations,
  rows: [SiteRow, AccountRow, GrantRow, RecusalRow, DepartmentClientRow, TokenRequestRow],
  controllers: [
    SiteCommands,
    SiteQueries,
    AccountCommands,
    AccountQueries,
    GrantCommands,
    GrantQueries,
    GrantListens,
    RecusalCommands,
    RecusalQueries,
    SessionQueries,
    DepartmentClientCommands,
    DepartmentClientQueries,
    TokenRequestQueries,
  ],
  providers: [
    SiteStore,
    AccountStore,
    GrantStore,
    RecusalStore,
    TeamAssignments,
    TeamRosters,
    Attempts,
    DepartmentClientStore,
    Rights,
    TokenRequestStore,
  ],
  prepare: (app, runtime) =>
    seedDemonstration(runtime, {
      sites: app.get(SiteStore),
      accounts: app.get(AccountStore),
      grants: app.get(GrantStore),
    }),
};

export const start = () => startService(identity, configFromEnvironment());
