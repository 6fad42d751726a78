import { Link } from '@tanstack/react-router';
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';

/** How many clues wait to be handed over, for whoever drafts transfers. */
export function NewTransferLink() {
  const { may } = useRights();
  const drafts = may(callOf('draftTransfer').permission);
  const { data } = useAsk('countClues', {}, { when: drafts });
  if (!drafts) return null;
  return (
    <div className="next-step">
      <span>
        已研判、等移交的线索 <strong className="number">{data?.screened ?? 0}</strong> 条
      </span>
      <Link className="link-button" to={'/transfers/new' as never}>
        起草移交
      </Link>
    </div>
  );
}
