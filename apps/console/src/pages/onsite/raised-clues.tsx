/** Clues as the team raised them: numbers alone. */
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Input } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import type { Ledger } from '../../kit/ledger.js';
import { LedgerPart } from '../../kit/ledger-part.js';
import { isOpenTo, whyClosed } from './open-to.js';

export const raisedClues: Ledger<'listRaisedClues'> = {
  query: 'listRaisedClues',
  title: '已提线索',
  says: '本组提出的问题线索。内容移交线索管理后，这里只留编号；办理结果在“线索”里看。',
  columns: ['number', 'state', 'raisedOn', { field: 'inspectionId', width: 240 }, 'findingId', 'petitionId'],
  filters: ['inspectionId'],
  tabs: 'state',
  counts: 'countRaisedClues',
  makes: ['raiseClue'],
  empty: '还没有提出线索',
};

interface Props {
  readonly inspectionId: Input<'readInspection'>['inspectionId'];
  readonly source: { readonly findingId: string } | { readonly petitionId: string };
}

/** Clues that came out of one finding or one petition. */
export function RaisedClues({ inspectionId, source }: Props) {
  const { may } = useRights();
  const mayRaise = may(callOf('raiseClue').permission);
  const { data: inspection } = useAsk('readInspection', { inspectionId }, { when: mayRaise });
  if (!mayRaise) return null;
  const isOpen = inspection && isOpenTo('raiseClue', inspection.state);
  return (
    <LedgerPart title="由此提出的线索" ledger={raisedClues} input={source as never}>
      {isOpen ? (
        <CommandButton
          command="raiseClue"
          given={{ inspectionId }}
          beside={{ inspectionId }}
          initial={source}
        />
      ) : (
        <span className="second">{inspection && whyClosed('raiseClue', inspection.state)}</span>
      )}
    </LedgerPart>
  );
}
