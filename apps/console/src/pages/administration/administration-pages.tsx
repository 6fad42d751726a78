/** The pages of administration, and everybody's own. */
import { LedgerPage } from '../../kit/ledger-page.js';
import { RecordPage } from '../../kit/record-page.js';
import { administratorChanges } from './administrator-changes.js';
import { departmentClient, departmentClients } from './department-clients.js';
import { grants } from './grants.js';
import { recusals } from './recusals.js';

export { AccountsPage } from './accounts.js';
export { AccountPage } from './account-page.js';
export { MePage } from './me-page.js';
export { OperationsPage } from './operations-page.js';
export { RefusedPage } from './refused-page.js';
export { SitePage } from './site-page.js';
export const GrantsPage = () => <LedgerPage ledger={grants} />;
export const RecusalsPage = () => <LedgerPage ledger={recusals} />;
export const AdministratorChangesPage = () => <LedgerPage ledger={administratorChanges} />;
export const DepartmentClientsPage = () => <LedgerPage ledger={departmentClients} />;
export const DepartmentClientPage = () => <RecordPage spec={departmentClient} />;
