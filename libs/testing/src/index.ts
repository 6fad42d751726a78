export {
  comeIn,
  demonstrationAccount,
  demonstrationAccounts,
  demonstrationPerson,
  setUp,
  type Credentials,
  type DemonstrationAccount,
} from './demonstration.js';
export { dumped, type Dumped } from './dumped.js';
export { EffectsUnderTest } from './effects-under-test.js';
export { eventually } from './eventually.js';
export { JOURNAL_SERVICE, JournalUnderTest, writeRows, type Queries, type Written } from './journal-rows.js';
export { startOwnBroker, type OwnBroker } from './own-broker.js';
export { startOwnTls, type OwnTls } from './own-tls.js';
export { SourceUnderTest, type Told } from './publish-events.js';
export { pastTheGateway, type PastTheGateway } from './past-the-gateway.js';
export { makeExport } from './made-export.js';
export { publishedEvents } from './published.js';
export { Publisher, type Happened } from './publisher.js';
export {
  ServicesUnderTest,
  startServices,
  type Limits,
  type Person,
  type Refused,
} from './services-under-test.js';
export { accountName, organizationName, standInNames } from './stand-in-names.js';
export { Authenticator } from './authenticator.js';
