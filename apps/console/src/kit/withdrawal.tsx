import { Part } from './part.js';
import { Who } from './timeline.js';

interface Props {
  readonly withdrawal: { readonly reason: string; readonly on: string; readonly by: string } | null;
}

/** Why a record no longer counts, though it is kept. */
export function Withdrawal({ withdrawal }: Props) {
  if (!withdrawal) return null;
  return (
    <Part title="更正撤回">
      <p className="prose">{withdrawal.reason}</p>
      <p className="second number">
        {withdrawal.on} <Who id={withdrawal.by} />
      </p>
    </Part>
  );
}
