/** The pages of linkage; each is a table of what it shows. */
import { LedgerPage } from '../../kit/ledger-page.js';
import { RecordPage } from '../../kit/record-page.js';
import { dispatch, dispatches } from './dispatches.js';
import { filing, filings } from './filings.js';
import { peer, peers } from './peers.js';
import { statistic, statistics } from './statistics.js';

export const PeersPage = () => <LedgerPage ledger={peers} />;
export const PeerPage = () => <RecordPage spec={peer} />;
export const DispatchesPage = () => <LedgerPage ledger={dispatches} />;
export const DispatchPage = () => <RecordPage spec={dispatch} />;
export const FilingsPage = () => <LedgerPage ledger={filings} />;
export const FilingPage = () => <RecordPage spec={filing} />;
export const StatisticsPage = () => <LedgerPage ledger={statistics} />;
export const StatisticPage = () => <RecordPage spec={statistic} />;
