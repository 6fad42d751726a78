/** The accounts of a site: made, sent a new set-up code, ended. */
import { useState } from 'react';
import { useSearch, useNavigate } from '@tanstack/react-router';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { ExportButton } from '../../kit/export-button.js';
import type { Ledger } from '../../kit/ledger.js';
import { LedgerFilters } from '../../kit/ledger-filters.js';
import type { Chosen } from '../../kit/ledger-page.js';
import { LedgerTable } from '../../kit/ledger-table.js';
import { PageHead } from '../../kit/page-head.js';
import { linkIn, SetUpSheet, type SetUpLink } from './set-up-sheet.js';

const accounts: Ledger<'listAccounts'> = {
  query: 'listAccounts',
  title: '账号',
  says: '谁可以登录本站点。口令由本人凭设置码自己设，管理员也不知道。',
  columns: ['account', { field: 'name', width: 120 }, 'state', 'isSetUp', 'hasSecondFactor'],
  filters: ['account'],
  to: ({ account }) => `/accounts/${encodeURIComponent(account)}`,
  empty: '没有这个账号',
};

export function AccountsPage() {
  const chosen = useSearch({ strict: false }) as Chosen;
  const navigate = useNavigate();
  const { may } = useRights();
  const [made, setMade] = useState<SetUpLink>();
  return (
    <>
      <PageHead title={accounts.title} says={accounts.says}>
        <ExportButton ledger={accounts} input={chosen as never} />
        {may(callOf('createAccount').permission) && (
          <CommandButton
            command="createAccount"
            primary
            onDone={(answer, { account, name }) => setMade(linkIn(answer, account, name))}
          />
        )}
      </PageHead>
      <section className="card" aria-label={accounts.title}>
        <LedgerFilters
          ledger={accounts}
          chosen={chosen}
          choose={(next) => void navigate({ search: next as never, replace: true })}
        />
        <LedgerTable ledger={accounts} input={chosen as never} />
      </section>
      {made && <SetUpSheet links={[made]} close={() => setMade(undefined)} />}
    </>
  );
}
