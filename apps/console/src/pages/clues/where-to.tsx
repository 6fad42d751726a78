/** Where the routing table sends a clue, and the step that follows from it. */
import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Answer } from '../../api/names.js';
import { CommandButton } from '../../kit/command-button.js';
import { Part } from '../../kit/part.js';
import { ReferredName } from '../../kit/value.js';
import { valueWord } from '../../words/words.js';

export function WhereTo({ view }: { view: Answer<'readClue'> }) {
  const { may } = useRights();
  const { data } = useAsk('proposeOrgan', { clueId: view.id });
  if (!data) return null;
  const { kind, organId, movesUp } = data;
  return (
    <Part title="应往何处" aside={<span className="second">按线索分流表</span>}>
      <div className="next-step">
        <span>
          {movesUp ? (
            '所涉人员的管理权限在上级，本站点不能留，应当上移。'
          ) : organId ? (
            <>
              送 <ReferredName field="organId" id={organId} />
              {kind && `（${valueWord('OrganKind', kind)}）`}
            </>
          ) : (
            `通常送${kind ? valueWord('OrganKind', kind) : '有管理权限的机关'}，但分流表里还没有填写是哪一家，请巡察办先填。`
          )}
        </span>
        {movesUp && may(callOf('moveClueUp').permission) && (
          <CommandButton
            command="moveClueUp"
            primary
            given={{ clueId: view.id }}
            seen={view.version}
            onDone={() => undefined}
          />
        )}
        {!movesUp && may(callOf('draftTransfer').permission) && (
          <Link className="link-button" to={'/transfers/new' as never}>
            起草移交
          </Link>
        )}
      </div>
    </Part>
  );
}
