/** What a form that tells a command does: keeps what is typed, sends it once, and knows what to do with each refusal. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { inputs } from 'virtual:fields';
import { tell } from '../../api/client.js';
import { session } from '../../api/session.js';
import { callOf, type Answer, type CommandName, type Input } from '../../api/names.js';
import { Problem } from '../../api/problem.js';
import type { Fields } from '../field.js';
import { isSame, merge, onTopOf, type Conflict, type Merged, type Values } from './merge.js';
import { complete, missingIn } from './missing.js';
import type { Typed } from './newest.js';
import { useDraft } from './use-draft.js';

/** A text that takes longer to write than to write again. */
const LONG_TEXT = 500;

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
  const { base, values } = mine;
  const [found, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [tried, setTried] = useState<Tried>({ values });
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const intent = useRef<{ sent: string; key: string }>(undefined);
  const queries = useQueryClient();
  const draft = useDraft(useDraftForm(use, fields), mine);

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
  const show = (merged: Merged) => {
    setValues(merged.values);
    setConflicts(merged.conflicts);
    setTaken(merged.taken);
  };
  return {
    base,
    values,
    setValues,
    conflicts,
    taken,
    meet: (now: { version: number; values: Values }) => {
      show(merge(base.values, values, now.values));
      setBase({ values: now.values, version: now.version });
    },
    /** What was typed in an earlier version of the record does not overwrite unseen what was made of it since. */
    restore: ({ values: changed, of }: Typed) => {
      const merged = onTopOf(base.values, changed);
      show(of === base.version ? { ...merged, conflicts: [] } : merged);
    },
    settle: (field: string, value: unknown) => {
      setValues({ ...values, [field]: value });
      setConflicts(conflicts.filter((conflict) => conflict.field !== field));
    },
  };
}

/** Which form it is for as long as it is open, whoever is signed out meanwhile. */
function useDraftForm<C extends CommandName>(
  { command, given, initial = {} }: CommandUse<C>,
  fields: Fields,
) {
  const [begun] = useState({ who: session.who, initial });
  const isLong = useMemo(() => isWorthKeeping(command, fields), [command, fields]);
  return { place: placeOf(command, given, begun), command, isLong };
}

/** More than one answer, or a long one; only what needs a permission is kept on the server (identity's decisions/0002). */
function isWorthKeeping(command: CommandName, { on: _on, ...fields }: Fields): boolean {
  const all = Object.values(fields);
  const isLongText = all.some((field) => field.type === 'text' && (field.max ?? 0) >= LONG_TEXT);
  return callOf(command).permission !== undefined && (all.length > 1 || isLongText);
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
function placeOf(
  command: CommandName,
  given: Values,
  { who, initial }: { who: typeof session.who; initial: Values },
): string {
  const address = [...callOf(command).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(given[name!]));
  const about = address.length > 0 ? address : [JSON.stringify({ ...given, ...initial })];
  return [who?.site, who?.accountId, command, ...about].join('/');
}
