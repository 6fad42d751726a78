/** The pages of clues and their transfer; each is a table of what it shows. */
import { LedgerPage } from '../../kit/ledger-page.js';
import { RecordPage } from '../../kit/record-page.js';
import { clueOutcome, clueOutcomes } from './clue-outcomes.js';
import { clue, clues } from './clues.js';
import { transfer, transfers } from './transfers.js';
import './clues.css';

export { NewTransferPage } from './new-transfer-page.js';
export { ReceiptsPage } from './receipts-page.js';
export { RoutingPage } from './routing-page.js';
export const CluesPage = () => <LedgerPage ledger={clues} />;
export const CluePage = () => <RecordPage spec={clue} />;
export const TransfersPage = () => <LedgerPage ledger={transfers} />;
export const TransferPage = () => <RecordPage spec={transfer} />;
export const ClueOutcomesPage = () => <LedgerPage ledger={clueOutcomes} />;
export const ClueOutcomePage = () => <RecordPage spec={clueOutcome} />;
