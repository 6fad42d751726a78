export {
  demonstrationAccount,
  demonstrationAccounts,
  demonstrationPerson,
  type DemonstrationAccount,
} from './demonstration.js';
export { dumped, type Dumped } from './dumped.js';
export { EffectsUnderTest } from './effects-under-test.js';
export { eventually } from './eventually.js';
export { JOURNAL_SERVICE, JournalUnderTest, writeRows, type Queries, type Written } from './journal-rows.js';
export { startOwnBroker, type OwnBroker } from './own-broker.js';
export { SourceUnderTest, type Told } from './publish-events.js';
export { publishedEvents } from './published.js';
export { Publisher, type Happened } from './publisher.js';
export {
  ServicesUnderTest,
  startServices,
  type Limits,
  type Person,
  type Refused,
} from './services-under-test.js';
