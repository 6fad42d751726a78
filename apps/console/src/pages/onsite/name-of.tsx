import { useName, type NameKind } from '../../kit/names.js';

/** A name without a link, for where a link stands around it already. */
export function NameOf({ kind, id }: { kind: NameKind; id: string }) {
  const name = useName(kind, id);
  if (name === undefined) return <span className="second">…</span>;
  return name ?? <span className="second">（无权查看）</span>;
}
