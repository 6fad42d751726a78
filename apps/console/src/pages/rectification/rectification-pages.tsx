/** The pages of rectification; each is a table of what it shows. */
import { LedgerPage } from '../../kit/ledger-page.js';
import { RecordPage } from '../../kit/record-page.js';
import { cases, rectificationCase } from './cases.js';
import { item, items } from './items.js';
import { outcome, outcomes } from './outcomes.js';
import { supervisions } from './supervisions.js';
import './rectification.css';

export { DeskPage } from './desk.js';
export { PlanPage } from './plan-page.js';
export const CasesPage = () => <LedgerPage ledger={cases} />;
export const CasePage = () => <RecordPage spec={rectificationCase} />;
export const ItemsPage = () => <LedgerPage ledger={items} />;
export const ItemPage = () => <RecordPage spec={item} />;
export const SupervisionsPage = () => <LedgerPage ledger={supervisions} />;
export const OutcomesPage = () => <LedgerPage ledger={outcomes} />;
export const OutcomePage = () => <RecordPage spec={outcome} />;
