/** The pages of work on site; most are a table of what they show. */
import './onsite.css';
import { LedgerPage } from '../../kit/ledger-page.js';
import { RecordPage } from '../../kit/record-page.js';
import { activities, activity } from './activities.js';
import { feedback, feedbacks } from './feedback.js';
import { finding, findings } from './findings.js';
import { inspection, inspections } from './inspections.js';
import { papers } from './papers.js';
import { petition, petitions } from './petitions.js';
import { raisedClues } from './raised-clues.js';
import { report, reports } from './reports.js';

export const InspectionsPage = () => <LedgerPage ledger={inspections} />;
export const InspectionPage = () => <RecordPage spec={inspection} />;
export const ActivitiesPage = () => <LedgerPage ledger={activities} />;
export const ActivityPage = () => <RecordPage spec={activity} />;
export const PetitionsPage = () => <LedgerPage ledger={petitions} />;
export const PetitionPage = () => <RecordPage spec={petition} />;
export const PapersPage = () => <LedgerPage ledger={papers} />;
export const FindingsPage = () => <LedgerPage ledger={findings} />;
export const FindingPage = () => <RecordPage spec={finding} />;
export const ReportsPage = () => <LedgerPage ledger={reports} />;
export const ReportPage = () => <RecordPage spec={report} />;
export const FeedbacksPage = () => <LedgerPage ledger={feedbacks} />;
export const FeedbackPage = () => <RecordPage spec={feedback} />;
export const RaisedCluesPage = () => <LedgerPage ledger={raisedClues} />;
