/** The pages of work on site; each is a table of what it shows. */
import { LedgerPage } from '../../kit/ledger-page.js';
import { RecordPage } from '../../kit/record-page.js';
import { finding, findings } from './findings.js';

export const FindingsPage = () => <LedgerPage ledger={findings} />;
export const FindingPage = () => <RecordPage spec={finding} />;
