import type { ReactNode } from 'react';
import type { Input, ListName } from '../api/names.js';
import type { Ledger } from './ledger.js';
import { LedgerTable } from './ledger-table.js';

interface Props<Q extends ListName> {
  readonly ledger: Ledger<Q>;
  readonly input: Input<Q>;
  /** Default: that of the ledger. */
  readonly title?: string;
  /** Beside the heading: what adds to it, or why nothing can. */
  readonly children?: ReactNode;
}

/** A list within a page of something else. */
export function LedgerPart<Q extends ListName>({ ledger, input, title = ledger.title, children }: Props<Q>) {
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <div className="actions">{children}</div>
      </header>
      <LedgerTable ledger={ledger} input={input} isPart />
    </section>
  );
}
