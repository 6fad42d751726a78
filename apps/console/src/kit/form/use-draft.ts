/** What a form has of its draft: see `DraftKeeper`. */
import { useEffect, useRef, useState } from 'react';
import { session } from '../../api/session.js';
import { DraftKeeper, type DraftForm, type DraftShown } from './draft-keeper.js';
import { canKeepDrafts } from './drafts.js';
import { changesOf, type Values } from './merge.js';
import type { Left, Typed } from './newest.js';

interface Written {
  /** The record when it was read last. */
  readonly base: { readonly values: Values; readonly version: number | undefined };
  readonly values: Values;
  readonly restore: (typed: Typed) => void;
}

export function useDraft(form: DraftForm, { base, values, restore }: Written) {
  const [shown, setShown] = useState<DraftShown>({ saved: 'no' });
  const keeper = useRef<DraftKeeper>(undefined);
  const restoring = useRef(restore);
  restoring.current = restore;
  useEffect(() => {
    const isLong = form.isLong && canKeepDrafts();
    const kept = new DraftKeeper(
      { ...form, isLong },
      { show: setShown, restore: (typed) => restoring.current(typed) },
    );
    keeper.current = kept;
    const deaf = hearing(kept);
    void kept.open();
    return () => {
      deaf();
      void kept.close();
    };
  }, [form.place]);
  useEffect(() => keeper.current?.type(changesOf(base.values, values), base.version), [base, values, shown]);
  return {
    ...shown,
    isWorthSaying: form.isLong && canKeepDrafts(),
    drop: async () => keeper.current?.drop(),
    take: (left: Left) => void keeper.current?.take(left),
    insist: () => void keeper.current?.insist(),
  };
}

/** Until what it answers is called. */
function hearing(keeper: DraftKeeper): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const resume = () => void keeper.resume();
  const hidden = () => {
    if (document.visibilityState === 'hidden') void keeper.leave();
  };
  addEventListener('online', resume, { signal });
  document.addEventListener('visibilitychange', hidden, { signal });
  const unsubscribe = session.subscribe(resume);
  return () => {
    stopped.abort();
    unsubscribe();
  };
}
