/** Choosing a file, how far it is, everything that is wrong with it at once, and the imports before it. */
import { Link } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { callOf } from '../../api/names.js';
import { useRights } from '../../api/hooks.js';
import { FileLink } from '../files/file-link.js';
import type { Ledger } from '../ledger.js';
import { LedgerPart } from '../ledger-part.js';
import { Part } from '../part.js';
import { StateTag } from '../state-tag.js';
import { shownNumber } from '../numbers.js';
import { Drop } from './drop.js';
import './import.css';
import type { Imports, ListedImport, ShownImport } from './imports.js';
import { Going, Sent } from './progress.js';
import { useImport, type Sending } from './use-import.js';

/** Most files have none. */
const faults = () => import('./table-faults.js');
const TableFaults = lazy(faults);

export function ImportPart({ imports, title }: { imports: Imports; title: string }) {
  const { sending, found, start, again } = useImport(imports);
  const { may } = useRights();
  const [on, setOn] = useState('');
  const isBusy = sending.at === 'uploading' || found?.state === 'running';
  // What is wrong with the file stands there with the news that something is.
  useEffect(() => void (isBusy && faults()), [isBusy]);
  if (!may(callOf(imports.command).permission)) return <Before imports={imports} />;
  return (
    <>
      <Part title={title}>
        <div className="import-date">
          <label htmlFor="import-on">{imports.dayWord}</label>
          <Input id="import-on" type="date" value={on} onChange={({ target }) => setOn(target.value)} />
          <span className="second">{imports.saysOfDay}</span>
        </div>
        <Drop
          isBusy={isBusy}
          mostMegabytes={imports.mostMegabytes}
          take={(file) => void start(file, on || undefined)}
        />
        <HowSending sending={sending} again={again} />
        {found && <How imports={imports} found={found} again={again} />}
      </Part>
      <Suspense>
        {found?.refusal && found.refusal.errors.length > 0 && (
          <TableFaults
            key={found.id}
            {...found.refusal}
            copy={
              found.refusal.marked && (
                <FileLink of={imports.files} given={{ importId: found.id }} file={found.refusal.marked} />
              )
            }
          />
        )}
      </Suspense>
      <Before imports={imports} />
    </>
  );
}

function HowSending({ sending, again }: { sending: Sending; again: () => void }) {
  switch (sending.at) {
    case 'choosing':
      return null;
    case 'uploading':
      return <Sent {...sending} />;
    case 'unsent':
      return <Refused name={sending.name} says={sending.problem.detail} again={again} />;
  }
}

interface Found {
  readonly imports: Imports;
  readonly found: ShownImport;
  readonly again: () => void;
}

function How({ imports: { made, counted, there }, found, again }: Found) {
  const { state, file, rows, registered, known, refusal } = found;
  const changed = changedIn(found);
  switch (state) {
    case 'running':
      return <Going found={found} />;
    case 'refused':
      return <Refused name={file.name} says={refusal?.detail ?? ''} again={again} />;
    case 'imported':
      return (
        <Alert
          type="success"
          showIcon
          role="status"
          title={`导入完成：${made} ${shownNumber(registered)} ${counted}`}
          description={
            <>
              文件共 {shownNumber(rows)} 行，其中 {shownNumber(known)} 行此前已有，没有重复
              {changed > 0 && `；${shownNumber(changed)} 行按表变更`}。
              <Link to={there.path as never}>去{there.title}看看</Link>
            </>
          }
        />
      );
  }
}

function Refused({ name, says, again }: { name: string; says: string; again: () => void }) {
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={`${name}：没有导入`}
      description={says}
      action={<Button onClick={again}>知道了</Button>}
    />
  );
}

/** Rows that are about what is there already, with something else in them. */
function changedIn({ rows, registered, known }: Pick<ListedImport, 'rows' | 'registered' | 'known'>): number {
  return rows - registered - known;
}

/** Those under way are found again here, and why others were not taken. */
function Before({ imports: { list, given = {}, dayWord } }: { imports: Imports }) {
  const count = (number: number) => (it: ListedImport) =>
    it.state === 'imported' ? shownNumber(number) : '';
  const ledger: Ledger<'listImports'> = {
    query: list as 'listImports',
    title: '历次导入',
    says: '',
    columns: [
      { field: 'importedOn', title: dayWord },
      { field: 'file', width: 220 },
      { field: 'state', show: (it) => <Result it={it} /> },
      { field: 'rows', title: '文件行数', show: (it) => count(it.rows)(it) },
      { field: 'registered', title: '新增', show: (it) => count(it.registered)(it) },
      { field: 'id', title: '按表变更', show: (it) => count(changedIn(it))(it) },
      { field: 'known', title: '此前已有', show: (it) => count(it.known)(it) },
    ],
    empty: '还没有导入过',
  };
  return <LedgerPart ledger={ledger} input={given} />;
}

function Result({ it: { id, state } }: { it: ListedImport }) {
  return (
    <>
      <StateTag of="ImportState" value={state} />{' '}
      {state !== 'imported' && (
        <Link to={'.' as never} search={{ import: id } as never}>
          {state === 'running' ? '看进度' : '看原因'}
        </Link>
      )}
    </>
  );
}
