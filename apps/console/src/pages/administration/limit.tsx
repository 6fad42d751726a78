import { useName, type NameKind } from '../../kit/names.js';
import { referenceOf } from '../../kit/references.js';
import { useRights } from '../../api/hooks.js';
import { callOf } from '../../api/names.js';

const SHOWN = 8;
const words: Readonly<Partial<Record<NameKind, string>>> = { organization: '一个党组织', team: '一个巡察组' };

/** What a role is limited to. None of the three administrators reads the register: they see that it is limited, and to which number. */
export function Limit({ field, id }: { field: 'organizationId' | 'teamId'; id: string }) {
  const { may } = useRights();
  const { name: kind } = referenceOf(field);
  const isSeen = may(callOf(field === 'teamId' ? 'readTeam' : 'organizationNames').permission);
  const name = useName(kind!, isSeen ? id : '');
  return (
    <span title={id}>
      {name ?? (
        <>
          {words[kind!]} <span className="second number">…{id.slice(-SHOWN)}</span>
        </>
      )}
    </span>
  );
}
