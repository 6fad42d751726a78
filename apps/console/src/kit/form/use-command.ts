/** What a form that tells a command does: keeps what is typed, sends it once, and knows what to do with each refusal. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { inputs } from 'virtual:fields';
import { tell } from '../../api/client.js';
import { session } from '../../api/session.js';
import { callOf, type Answer, type CommandName, type Input } from '../../api/names.js';
import { Problem } from '../../api/problem.js';
import type { Fields } from '../field.js';
import { canKeepDrafts, dropDraft, readDraft, saveDraft } from './drafts.js';
import { isSame, merge, type Conflict, type Values } from './merge.js';
import { complete, missingIn } from './missing.js';

const SAVE_AFTER_MS = 400;

export interface CommandUse<C extends CommandName> {
  readonly command: C;
  /** Fixed parts of the input: ids of the address, and what the page decided. They are not shown. */
  readonly given: Values;
  /** Values to begin with: those of the record that is changed. */
  readonly initial?: Values;
  /** Version of the record that the person saw; absent for commands that make one. */
  readonly seen?: number;
  /** Reads the record again after somebody else changed it: its version and the values of this form. */
  readonly refresh?: () => Promise<{ version: number; values: Values }>;
  readonly onDone: (answer: Answer<C>, sent: Values) => void;
}

export function useCommand<C extends CommandName>(use: CommandUse<C>) {
  const { command, given, initial = {}, seen, refresh, onDone } = use;
  const fields = useMemo(() => shownFields(command, given), [command, given]);
  const mine = useVersions(initial, seen);
  const { base, values, setValues } = mine;
  const [found, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [tried, setTried] = useState<Tried>({ values });
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const intent = useRef<{ sent: string; key: string }>(undefined);
  const queries = useQueryClient();
  const draft = useDraft(placeOf(command, given, initial), values, isSame(values, initial), setValues);

  const send = async () => {
    const missing = missingIn(fields, values);
    setFaults(missing);
    setTried({ values });
    setProblem(undefined);
    if (missing.size > 0 || isBusy) return;
    const input = { ...complete(fields, values), ...given, ...seenBy(command, base.version) };
    const sent = JSON.stringify(input);
    // The same content is the same intent, however often it is pressed; other content is a new one.
    if (intent.current?.sent !== sent) intent.current = { sent, key: crypto.randomUUID() };
    setBusy(true);
    try {
      const answer = await tell(command, input as Input<C>, intent.current.key);
      await draft.drop();
      intent.current = undefined;
      await queries.invalidateQueries();
      onDone(answer, input);
    } catch (error) {
      await refused(error instanceof Problem ? error : new Problem('internal', String(error)));
    } finally {
      setBusy(false);
    }
  };

  const refused = async (refusal: Problem) => {
    setProblem(refusal);
    setFaults(new Map(refusal.faults.map(({ field, text }) => [field, text])));
    if (refusal.isStale && refresh) mine.meet(await refresh());
  };

  return { ...mine, fields, faults: unsettled(found, tried, values), tried, problem, isBusy, send, draft };
}

/** What was in the form when it was sent last. */
export interface Tried {
  readonly values: Values;
}

/** What was refused of a field is settled with its being changed. */
function unsettled(faults: ReadonlyMap<string, string>, tried: Tried, values: Values): Map<string, string> {
  return new Map([...faults].filter(([path]) => isSame(valueAt(tried.values, path), valueAt(values, path))));
}

/** At a path such as `evidence.0.note`. */
function valueAt(values: unknown, path: string): unknown {
  return path.split('.').reduce((value, part) => (value as Values | null | undefined)?.[part], values);
}

/** What the record was when the form was opened, what is typed now, and what somebody else made of it meanwhile. */
function useVersions(initial: Values, seen: number | undefined) {
  const [base, setBase] = useState<{ values: Values; version: number | undefined }>({
    values: initial,
    version: seen,
  });
  const [values, setValues] = useState<Values>(initial);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [taken, setTaken] = useState<readonly string[]>([]);
  return {
    base,
    values,
    setValues,
    conflicts,
    taken,
    meet: (now: { version: number; values: Values }) => {
      const merged = merge(base.values, values, now.values);
      setBase({ values: now.values, version: now.version });
      setValues(merged.values);
      setConflicts(merged.conflicts);
      setTaken(merged.taken);
    },
    settle: (field: string, value: unknown) => {
      setValues({ ...values, [field]: value });
      setConflicts(conflicts.filter((conflict) => conflict.field !== field));
    },
  };
}

/** Without what the page gives, what the version is for, and what the address holds. */
function shownFields(command: CommandName, given: Values): Fields {
  const all = Object.entries(inputs[command] ?? {});
  return Object.fromEntries(all.filter(([name]) => name !== 'seen' && !(name in given)));
}

/** A command that makes something of what the page shows does not change what was seen. */
function seenBy(command: CommandName, version: number | undefined): Values {
  return 'seen' in (inputs[command] ?? {}) && version !== undefined ? { seen: version } : {};
}

/** Where its draft is kept: by the record in its address; what has none yet, by what the form began with. */
function placeOf(command: CommandName, given: Values, initial: Values): string {
  const address = [...callOf(command).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(given[name!]));
  const about = address.length > 0 ? address : [JSON.stringify({ ...given, ...initial })];
  return [session.who?.site, session.who?.accountId, command, ...about].join('/');
}

function useDraft(place: string, values: Values, isUntouched: boolean, restore: (values: Values) => void) {
  const [savedAt, setSavedAt] = useState<string>();
  const [isRead, setRead] = useState(false);
  const [kept, setKept] = useState<Values>();
  const saving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    void readDraft(place)
      .then((draft) => {
        if (!draft) return;
        restore(draft.values);
        setSavedAt(draft.savedAt);
      })
      .finally(() => setRead(true));
  }, [place]);
  useEffect(() => {
    if (!isRead || isUntouched) return;
    saving.current = setTimeout(
      () => void saveDraft(place, values).then(() => setKept(values)),
      SAVE_AFTER_MS,
    );
    return () => clearTimeout(saving.current);
  }, [place, values, isRead, isUntouched]);
  return {
    /** When what is shown was left behind; undefined where nothing was. */
    savedAt,
    canBeKept: canKeepDrafts(),
    /** What stands in the form outlives its being closed. */
    isKept: kept === values,
    drop: async () => {
      // What is about to be saved has been sent: it must not come back.
      clearTimeout(saving.current);
      setSavedAt(undefined);
      await dropDraft(place);
    },
  };
}
