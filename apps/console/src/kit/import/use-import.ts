/** One import from choosing a file to its result: it goes up, and from then on goes on without this page and is found again by it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { tell } from '../../api/client.js';
import { useAsk } from '../../api/hooks.js';
import { Problem } from '../../api/problem.js';
import { upload, type Going } from '../../api/upload.js';
import { checkedFile, type Imports, type ShownImport } from './imports.js';

/** Of a file that has not arrived yet. */
export type Sending =
  | { readonly at: 'choosing' }
  | { readonly at: 'uploading'; readonly name: string; readonly size: number; readonly going?: Going }
  | { readonly at: 'unsent'; readonly name: string; readonly problem: Problem };

const AGAIN_MS = 1_000;

export function useImport(imports: Imports) {
  const { found, show } = useFound(imports);
  const [sending, setSending] = useState<Sending>({ at: 'choosing' });
  const intent = useRef<{ sent: string; key: string }>(undefined);
  useLeaveWarning(sending.at === 'uploading');
  const start = async (chosen: File, on: string | undefined) => {
    const { name } = chosen;
    const unsent = (problem: Problem) => setSending({ at: 'unsent', name, problem });
    const file = checkedFile(chosen, imports);
    if (typeof file === 'string') return unsent(new Problem('file.unfit', file));
    const uploading = { at: 'uploading', name, size: file.size } as const;
    setSending(uploading);
    try {
      const sentFile = await upload(imports.upload, file, {
        tell: (going) => setSending({ ...uploading, going }),
      });
      const input = { ...imports.given, file: sentFile, ...(on ? { on } : {}) };
      const sent = JSON.stringify(input);
      // Sent again after no answer, the same file is not imported twice.
      if (intent.current?.sent !== sent) intent.current = { sent, key: crypto.randomUUID() };
      const { id } = await tell(imports.command, input as never, intent.current.key);
      // The same file once more is another import.
      intent.current = undefined;
      show(id);
      setSending({ at: 'choosing' });
    } catch (error) {
      unsent(error instanceof Problem ? error : new Problem('internal', String(error)));
    }
  };
  const again = () => {
    setSending({ at: 'choosing' });
    show(undefined);
  };
  return { sending, found: sending.at === 'choosing' ? found : undefined, start, again };
}

/** The import that the address names, or that was begun here last, or else the newest that is under way. */
function useFound({ command, read, list, given = {} }: Imports) {
  const { import: named } = useSearch({ strict: false }) as { import?: string };
  const navigate = useNavigate();
  const key = ['import', command, ...Object.values(given)].join(':');
  const show = (id: string | undefined) => {
    if (id) sessionStorage.setItem(key, id);
    else sessionStorage.removeItem(key);
    void navigate({ search: (id ? { import: id } : {}) as never, replace: true });
  };
  const { data: newest } = useAsk(list, given);
  const running = newest?.items.find(({ state }) => state === 'running')?.id;
  const importId = named ?? sessionStorage.getItem(key) ?? running;
  const { data, refetch } = useAsk(read, { importId: importId! }, { when: importId !== undefined });
  const found = data as ShownImport | undefined;
  const isComing = found?.state === 'running';
  useEffect(() => {
    if (!isComing) return;
    // What is shown from now on is named by the address, also when it is over.
    if (!named) show(importId);
    const timer = setInterval(() => void refetch(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isComing, refetch, importId]);
  return { found: importId === undefined ? undefined : found, show };
}

/** While it goes up, leaving would break it off. */
function useLeaveWarning(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isOn]);
}
