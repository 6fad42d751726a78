/** The identity service: sites and their clocks, accounts, roles, recusals, sign-in. */
import { listIdentityLooks, identityLookNoted } from '@xuncha/contracts';
import { configFromEnvironment, startService, type ServiceDefinition } from '@xuncha/service-kit';
import { AccountCommands } from './account/account.commands.js';
import { AccountEndings } from './account/account.endings.js';
import { AccountQueries } from './account/account.queries.js';
import { AccountRow } from './account/account.row.js';
import { AccountStore } from './account/account.store.js';
import { OwnAccountCommands } from './account/own-account.commands.js';
import { SecondFactorRow } from './account/second-factor.row.js';
import { SecondFactors } from './account/second-factors.js';
import { SetUpQueries } from './account/set-up.queries.js';
import { beginningFrom } from './demonstration/people.js';
import { seed } from './demonstration/seed.js';
import { SetUpLinks } from './demonstration/set-up-links.js';
import { AdministratorChangeCommands } from './administrator-change/administrator-change.commands.js';
import { AdministratorChangeEffects } from './administrator-change/administrator-change.effects.js';
import { AdministratorChangeQueries } from './administrator-change/administrator-change.queries.js';
import { AdministratorChangeRow } from './administrator-change/administrator-change.row.js';
import { AdministratorChangeStore } from './administrator-change/administrator-change.store.js';
import { DepartmentClientCommands } from './department-client/department-client.commands.js';
import { DepartmentClientQueries } from './department-client/department-client.queries.js';
import { DepartmentClientRow } from './department-client/department-client.row.js';
import { DepartmentClientStore } from './department-client/department-client.store.js';
import { Rights } from './department-client/rights.js';
import { DraftCommands } from './draft/draft.commands.js';
import { DraftListens } from './draft/draft.listens.js';
import { DraftQueries } from './draft/draft.queries.js';
import { DraftContentRow, DraftRow } from './draft/draft.row.js';
import { DraftStore } from './draft/draft.store.js';
import { GrantCommands } from './grant/grant.commands.js';
import { GrantListens } from './grant/grant.listens.js';
import { GrantQueries } from './grant/grant.queries.js';
import { GrantRow } from './grant/grant.row.js';
import { GrantStore } from './grant/grant.store.js';
import { RoundAuthority } from './grant/round-authority.js';
import { TeamAssignments } from './grant/team-assignments.js';
import { TeamRosters } from './grant/team-rosters.js';
import { migrations } from './migrations.js';
import { RecusalCommands } from './recusal/recusal.commands.js';
import { RecusalQueries } from './recusal/recusal.queries.js';
import { RecusalRow } from './recusal/recusal.row.js';
import { RecusalStore } from './recusal/recusal.store.js';
import { Attempts } from './session/attempts.js';
import { Credentials } from './session/credentials.js';
import { RefusedSignIns } from './session/refused-sign-ins.js';
import { Renewals } from './session/renewals.js';
import { SessionCommands } from './session/session.commands.js';
import { Holders } from './session/holders.js';
import { SessionGrants } from './session/session-grants.js';
import { SessionQueries } from './session/session.queries.js';
import { SessionRow } from './session/session.row.js';
import { SessionStore } from './session/session.store.js';
import { SignInQueries } from './session/sign-in.queries.js';
import { SiteCommands } from './site/site.commands.js';
import { SiteOpening } from './site/site.opening.js';
import { SiteQueries } from './site/site.queries.js';
import { SiteRow } from './site/site.row.js';
import { SiteStore } from './site/site.store.js';
import { TokenRequestQueries } from './token-request/token-request.queries.js';
import { TokenRequestRow } from './token-request/token-request.row.js';
import { TokenRequestStore } from './token-request/token-request.store.js';

export const identity: ServiceDefinition = {
  name: 'identity',
  migrations,
  looks: { noted: identityLookNoted, list: listIdentityLooks },
  rows: [
    SiteRow,
    AccountRow,
    SecondFactorRow,
    GrantRow,
    AdministratorChangeRow,
    RecusalRow,
    SessionRow,
    DepartmentClientRow,
    TokenRequestRow,
    DraftRow,
    DraftContentRow,
  ],
  controllers: [
    SiteCommands,
    SiteQueries,
    AccountCommands,
    OwnAccountCommands,
    AccountQueries,
    GrantCommands,
    GrantQueries,
    GrantListens,
    AdministratorChangeCommands,
    AdministratorChangeQueries,
    RecusalCommands,
    RecusalQueries,
    SetUpQueries,
    SessionCommands,
    SessionQueries,
    SignInQueries,
    DepartmentClientCommands,
    DepartmentClientQueries,
    TokenRequestQueries,
    DraftCommands,
    DraftQueries,
    DraftListens,
  ],
  providers: [
    SiteStore,
    SiteOpening,
    AccountStore,
    AccountEndings,
    AdministratorChangeStore,
    AdministratorChangeEffects,
    GrantStore,
    RecusalStore,
    SessionStore,
    TeamAssignments,
    TeamRosters,
    RoundAuthority,
    Attempts,
    Credentials,
    Holders,
    RefusedSignIns,
    Renewals,
    SecondFactors,
    SessionGrants,
    SetUpLinks,
    DepartmentClientStore,
    Rights,
    TokenRequestStore,
    DraftStore,
  ],
  prepare: (app, runtime) =>
    seed(runtime, beginningFrom(process.env), {
      sites: app.get(SiteStore),
      accounts: app.get(AccountStore),
      grants: app.get(GrantStore),
      links: app.get(SetUpLinks),
    }),
};

export const start = () => startService(identity, configFromEnvironment());
