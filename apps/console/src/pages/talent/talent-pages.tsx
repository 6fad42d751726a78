/** The pages of people and teams; the ledgers and records are tables of what they show. */
import { LedgerPage } from '../../kit/ledger-page.js';
import { RecordPage } from '../../kit/record-page.js';
import { callUp, callUps } from './call-ups.js';
import { foundRecusal, foundRecusals } from './found-recusals.js';
import { inspector, inspectors } from './inspectors.js';
import { team, teams } from './teams.js';

export { PoolPage } from './pool-page.js';
export { RosterPage } from './roster-page.js';
export const InspectorsPage = () => <LedgerPage ledger={inspectors} />;
export const InspectorPage = () => <RecordPage spec={inspector} />;
export const TeamsPage = () => <LedgerPage ledger={teams} />;
export const TeamPage = () => <RecordPage spec={team} />;
export const CallUpsPage = () => <LedgerPage ledger={callUps} />;
export const CallUpPage = () => <RecordPage spec={callUp} />;
export const FoundRecusalsPage = () => <LedgerPage ledger={foundRecusals} />;
export const FoundRecusalPage = () => <RecordPage spec={foundRecusal} />;
