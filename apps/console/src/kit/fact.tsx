import type { ReactNode } from 'react';

/** One line of a `dl.facts`, for what is no field of a record by itself. */
export function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}
