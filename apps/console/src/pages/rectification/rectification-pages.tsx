/** The pages of rectification; each is a table of what it shows. */
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { LedgerPage } from '../../kit/ledger-page.js';
import { RecordPage } from '../../kit/record-page.js';
import { adviceLetter, adviceLetters } from './advice-letters.js';
import { cases, ownCase, rectificationCase } from './cases.js';
import { item, items, ownItem } from './items.js';
import { outcome, outcomes } from './outcomes.js';
import { supervisions } from './supervisions.js';
import './rectification.css';

export { DeskPage } from './desk.js';
export const CasesPage = () => <LedgerPage ledger={cases} />;
export const CasePage = () => <RecordPage spec={useIsInspected() ? ownCase : rectificationCase} />;
export const ItemsPage = () => <LedgerPage ledger={items} />;
export const ItemPage = () => <RecordPage spec={useIsInspected() ? ownItem : item} />;
export const SupervisionsPage = () => <LedgerPage ledger={supervisions} />;
export const OutcomesPage = () => <LedgerPage ledger={outcomes} />;
export const OutcomePage = () => <RecordPage spec={outcome} />;
export const AdviceLettersPage = () => <LedgerPage ledger={adviceLetters} />;
export const AdviceLetterPage = () => <RecordPage spec={adviceLetter} />;

function useIsInspected(): boolean {
  return useRights().may(callOf('submitItem').permission);
}
