/** The pages of planning; most are tables of what they show. */
import { LedgerPage } from '../../kit/ledger-page.js';
import { RecordPage } from '../../kit/record-page.js';
import { archiveFile, archiveFiles } from './archive-files.js';
import { assignment, assignments } from './assignments.js';
import { hearing, hearings } from './hearings.js';
import './planning.css';
import { organization } from './organization.js';
import { round } from './round.js';
import { rounds } from './rounds.js';
import { term, terms } from './terms.js';

export { CoveredPage } from './covered-page.js';
export { RegisterPage } from './register-page.js';
export const OrganizationPage = () => <RecordPage spec={organization} />;
export const TermsPage = () => <LedgerPage ledger={terms} />;
export const TermPage = () => <RecordPage spec={term} />;
export const RoundsPage = () => <LedgerPage ledger={rounds} />;
export const RoundPage = () => <RecordPage spec={round} />;
export const AssignmentsPage = () => <LedgerPage ledger={assignments} />;
export const AssignmentPage = () => <RecordPage spec={assignment} />;
export const HearingsPage = () => <LedgerPage ledger={hearings} />;
export const HearingPage = () => <RecordPage spec={hearing} />;
export const ArchiveFilesPage = () => <LedgerPage ledger={archiveFiles} />;
export const ArchiveFilePage = () => <RecordPage spec={archiveFile} />;
