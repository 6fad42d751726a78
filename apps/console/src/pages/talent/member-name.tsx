import { Link } from '@tanstack/react-router';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';
import { useName } from '../../kit/names.js';

interface Props {
  readonly inspectorId: string;
  /** Of a member whose team is authorized: everybody who is signed in may know the name. */
  readonly accountId?: string | null;
  /** Where a list has said it already: nobody's record is opened for it. */
  readonly name?: string | undefined;
}

/** Leads to the record of the person for whoever may read it; everybody else reads the name alone. */
export function MemberName({ inspectorId, accountId, name }: Props) {
  const { may } = useRights();
  const shown = name ?? <Name inspectorId={inspectorId} accountId={accountId} />;
  return may(callOf('readInspector').permission) ? (
    <Link to={`/inspectors/${inspectorId}` as never}>{shown}</Link>
  ) : (
    shown
  );
}

function Name({ inspectorId, accountId }: { inspectorId: string; accountId: string | null | undefined }) {
  const name = useName(accountId ? 'account' : 'inspector', accountId ?? inspectorId);
  return <>{name === undefined ? '…' : (name ?? '（无权查看姓名）')}</>;
}
