/** One import from choosing a file to its result: up it goes, is checked row by row, and all of it is taken or nothing. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask, tell, upload } from '../../api/client.js';
import type { Answer } from '../../api/names.js';
import { Problem } from '../../api/problem.js';
import { checkedFile } from './import-columns.js';

export type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'uploading' | 'checking'; readonly name: string; readonly since: number }
  | { readonly at: 'done'; readonly result: Answer<'readImport'> }
  | { readonly at: 'refused'; readonly name: string; readonly problem: Problem };

export function useImport() {
  const [stage, setStage] = useState<Stage>({ at: 'choosing' });
  const intent = useRef<{ sent: string; key: string }>(undefined);
  const queries = useQueryClient();
  const isBusy = stage.at === 'uploading' || stage.at === 'checking';
  useLeaveWarning(stage.at === 'uploading');
  const start = async (chosen: File, on: string | undefined) => {
    const file = checkedFile(chosen);
    const { name } = chosen;
    if (typeof file === 'string')
      return setStage({ at: 'refused', name, problem: new Problem('file.unfit', file) });
    try {
      setStage({ at: 'uploading', name, since: Date.now() });
      const kept = await upload('uploadRegister', file);
      setStage({ at: 'checking', name, since: Date.now() });
      const input = { file: kept, ...(on ? { on } : {}) };
      const sent = JSON.stringify(input);
      // Sent again after no answer, the same file is not imported twice.
      if (intent.current?.sent !== sent) intent.current = { sent, key: crypto.randomUUID() };
      const { id } = await tell('importRegister', input as never, intent.current.key);
      await queries.invalidateQueries();
      setStage({ at: 'done', result: await ask('readImport', { importId: id }) });
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem('internal', String(error));
      setStage({ at: 'refused', name, problem });
    }
  };
  return { stage, isBusy, start, again: () => setStage({ at: 'choosing' }) };
}

/** While it goes up, leaving would break it off; checked and taken it is without this page. */
function useLeaveWarning(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const ask_ = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask_);
    return () => removeEventListener('beforeunload', ask_);
  }, [isOn]);
}
