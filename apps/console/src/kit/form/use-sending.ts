/** Files on their way up, one after another: how far they are, and what became of one that was not taken. */
import { useRef, useState } from 'react';
import type { FileName, FileRef } from '../../api/names.js';
import { Problem } from '../../api/problem.js';
import { upload, type Going } from '../../api/upload.js';

export interface OnItsWay extends Going {
  readonly name: string;
  readonly size: number;
}

export function useSending(to: FileName) {
  const [sending, setSending] = useState<OnItsWay>();
  const [problem, setProblem] = useState<string>();
  const stopping = useRef<AbortController>(undefined);
  /** Answers those that arrived, also where another did not. */
  const send = async (chosen: readonly File[], keepPosition: boolean): Promise<FileRef[]> => {
    setProblem(undefined);
    const { signal } = (stopping.current = new AbortController());
    const taken: FileRef[] = [];
    try {
      for (const file of chosen) {
        const { name, size } = file;
        setSending({ name, size, bytes: 0, isWaiting: false });
        const tell = (going: Going) => setSending({ name, size, ...going });
        taken.push(await upload(to, file, { signal, keepPosition, tell }));
      }
    } catch (error) {
      if (!signal.aborted) setProblem(error instanceof Problem ? error.detail : '上传没有完成，请再试。');
    }
    setSending(undefined);
    return taken;
  };
  return { sending, problem, send, stop: () => stopping.current?.abort() };
}
