import { useName, type NameKind } from '../../kit/names.js';
import { referenceOf } from '../../kit/references.js';

const SHOWN = 8;
const words: Readonly<Partial<Record<NameKind, string>>> = { organization: '一个党组织', team: '一个巡察组' };

/** What a role is limited to. Whoever may not know its name sees that it is limited, and to which number. */
export function Limit({ field, id }: { field: 'organizationId' | 'teamId'; id: string }) {
  const { name: kind } = referenceOf(field);
  const name = useName(kind!, id);
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
