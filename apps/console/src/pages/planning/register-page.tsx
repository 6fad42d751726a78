/** The register: its tree beside its list; a place chosen in the tree narrows the list to what stands right below it. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { ExportButton } from '../../kit/export-button.js';
import { LedgerFilters } from '../../kit/ledger-filters.js';
import type { Chosen } from '../../kit/ledger-page.js';
import { LedgerTable } from '../../kit/ledger-table.js';
import { LedgerTabs } from '../../kit/ledger-tabs.js';
import { PageHead } from '../../kit/page-head.js';
import './planning.css';
import { register } from './register.js';
import { RegisterTree } from './register-tree.js';

export function RegisterPage() {
  const chosen = useSearch({ strict: false }) as Chosen;
  const navigate = useNavigate();
  const { may } = useRights();
  const choose = (next: Chosen) => void navigate({ search: next as never, replace: true });
  const mayWrite = may(callOf('registerOrganization').permission);
  const { parentId, ...others } = chosen;
  return (
    <>
      <PageHead title={register.title} says={register.says}>
        <ExportButton ledger={register} input={chosen as never} />
        {mayWrite && (
          <>
            <Link to={'/register/import' as never}>
              <Button tabIndex={-1}>从文件导入</Button>
            </Link>
            <CommandButton command="registerOrganization" primary />
          </>
        )}
      </PageHead>
      <div className="register">
        <section className="card" aria-label="组织树">
          <header>
            <h2>组织树</h2>
            {parentId !== undefined && (
              <Button size="small" onClick={() => choose(others)}>
                看全部
              </Button>
            )}
          </header>
          <div className="body">
            <RegisterTree
              chosen={parentId as string | undefined}
              choose={(id) => choose(id ? { ...others, parentId: id } : others)}
            />
          </div>
        </section>
        <section className="card" aria-label={register.title}>
          <LedgerFilters key={JSON.stringify(chosen)} ledger={register} chosen={chosen} choose={choose} />
          <LedgerTable
            ledger={register}
            input={chosen as never}
            tabs={<LedgerTabs ledger={register} chosen={chosen} choose={choose} />}
          />
        </section>
      </div>
    </>
  );
}
