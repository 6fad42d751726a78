/** A ledger as a page: its filters stand in the address, so that a link shows another person the same list. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRights } from '../api/hooks.js';
import { callOf, type CommandName, type ListName } from '../api/names.js';
import { CommandButton } from './command-button.js';
import { ExportButton } from './export-button.js';
import type { Ledger } from './ledger.js';
import { LedgerFilters } from './ledger-filters.js';
import { LedgerTable } from './ledger-table.js';
import { LedgerTabs } from './ledger-tabs.js';
import { Forbidden } from './notices.js';
import { PageHead } from './page-head.js';

export type Chosen = Readonly<Record<string, unknown>>;

export function LedgerPage<Q extends ListName>({ ledger }: { ledger: Ledger<Q> }) {
  const chosen = useSearch({ strict: false }) as Chosen;
  const navigate = useNavigate();
  const { may, isKnown } = useRights();
  const choose = (next: Chosen) => void navigate({ search: next as never, replace: true });
  const input = { ...chosen, ...ledger.given } as never;
  const makes = (ledger.makes ?? []).filter((name) => may(callOf(name).permission));
  if (isKnown && !may(callOf(ledger.query).permission)) return <Forbidden />;
  return (
    <>
      <PageHead title={ledger.title} says={ledger.says}>
        <ExportButton ledger={ledger} input={input} />
        {makes.map((name: CommandName, index) => (
          <CommandButton key={name} command={name} primary={index === 0} given={chosen} />
        ))}
      </PageHead>
      {ledger.above?.()}
      <section className="card" aria-label={ledger.title}>
        {ledger.filters && <LedgerFilters ledger={ledger} chosen={chosen} choose={choose} />}
        <LedgerTable
          ledger={ledger}
          input={input}
          tabs={ledger.tabs && <LedgerTabs ledger={ledger} chosen={chosen} choose={choose} />}
        />
      </section>
    </>
  );
}
