/** What no administrator does alone: one proposes, another of a different kind confirms (rules.md 15). */
import { useState } from 'react';
import { useRights, useWho } from '../../api/hooks.js';
import { callOf, type Item } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { DaysLeft } from '../../kit/days-left.js';
import type { Ledger } from '../../kit/ledger.js';
import { linksIn, SetUpSheet, type SetUpLink } from './set-up-sheet.js';

type Change = Item<'listAdministratorChanges'>;

function Decide(change: Change) {
  const { id, version, state, proposedBy, proposedAs, accountId, site } = change;
  const { may, roles } = useRights();
  const who = useWho();
  const [links, setLinks] = useState<readonly SetUpLink[]>([]);
  if (links.length > 0) return <SetUpSheet links={links} close={() => setLinks([])} />;
  if (state !== 'proposed' || !may(callOf('confirmAdministratorChange').permission))
    return <span className="nothing">—</span>;
  const given = { given: { changeId: id }, seen: version };
  if (proposedBy === who?.accountId)
    return <CommandButton command="withdrawAdministratorChange" {...given} onDone={() => undefined} />;
  if (roles.includes(proposedAs)) return <span className="second">须另一类管理员确认</span>;
  if (accountId === who?.accountId) return <span className="second">涉及您本人，不能由您决定</span>;
  return (
    <span className="actions">
      <CommandButton
        command="confirmAdministratorChange"
        primary
        {...given}
        onDone={({ invitations }) => setLinks(linksIn(invitations, site))}
      />
      <CommandButton command="rejectAdministratorChange" danger {...given} onDone={() => undefined} />
    </span>
  );
}

export const administratorChanges: Ledger<'listAdministratorChanges'> = {
  query: 'listAdministratorChanges',
  title: '管理员变更',
  says: '三员的任免、停用、重置和正式站点的开设，由一名管理员提出，另一类管理员确认；七天内不确认即失效。',
  columns: [
    'what',
    'accountId',
    'role',
    { field: 'site', spare: true },
    'state',
    'proposedBy',
    'proposedAs',
    {
      field: 'lapsesAfter',
      width: 120,
      show: ({ lapsesAfter, state }) => <DaysLeft due={lapsesAfter} settled={state !== 'proposed'} />,
    },
    'decidedBy',
    { field: 'version', title: '办理', width: 150, show: (change) => <Decide {...change} /> },
  ],
  filters: ['accountId'],
  makes: ['proposeAppointment', 'proposeDismissal', 'proposeDisabling', 'proposeReset'],
  empty: '没有管理员变更',
};
