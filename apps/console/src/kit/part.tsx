import type { ReactNode } from 'react';

/** A part of a page under a heading of its own. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      <div className="body">{children}</div>
    </section>
  );
}
