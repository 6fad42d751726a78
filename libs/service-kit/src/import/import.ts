/** One import from a file, the same in every service that takes files: asked for, under way, and then everything is there or nothing. */
import { decide, type Decision, type Fact, type FileRef, type ImportState } from '@xuncha/contracts';
import { allows, defineFlow, step, type BusinessDate, type Facts, type Id } from '@xuncha/domain-kit';

export const importFlow = defineFlow({
  aggregate: 'import',
  initial: 'running',
  states: {
    running: { finish: 'imported', refuse: 'refused' },
    imported: {},
    refused: {},
  },
});

export interface Import {
  readonly id: Id;
  readonly state: ImportState;
  readonly file: FileRef;
  readonly importedOn: BusinessDate;
  /** Those of the file, those that were new, and those that were there alike; 0 until all is there. */
  readonly rows: number;
  readonly registered: number;
  readonly known: number;
  /** The file with what is wrong marked in it, where it is wrong row by row. */
  readonly refusal: { readonly code: string; readonly facts: Facts; readonly marked?: FileRef } | null;
}
export type Counts = Pick<Import, 'rows' | 'registered' | 'known'>;

/** The events by which a service tells of its imports. */
export interface ImportEvents {
  readonly started: (importId: Id) => Fact;
  readonly imported: (importId: Id, registered: number) => Fact;
  readonly refused: (importId: Id, code: string) => Fact;
}

/** `asked` may say more, where imports of a service do. */
export function start<A extends Pick<Import, 'file' | 'importedOn'>>(
  id: Id,
  asked: A,
  { started }: ImportEvents,
): Decision<Import & A> {
  const counts = { rows: 0, registered: 0, known: 0 };
  return decide({ id, state: importFlow.initial, ...asked, ...counts, refusal: null }, started(id));
}

export function finish<I extends Import>(it: I, counts: Counts, { imported }: ImportEvents): Decision<I> {
  const state = step(importFlow, it.state, 'finish');
  return decide({ ...it, state, ...counts }, imported(it.id, counts.registered));
}

/** From a replica that was thought dead, when it is over already, it says nothing new. */
export function refuseImport<I extends Import>(
  it: I,
  refusal: NonNullable<Import['refusal']>,
  { refused }: ImportEvents,
): Decision<I> {
  if (!allows(importFlow, it.state, 'refuse')) return decide(it);
  const state = step(importFlow, it.state, 'refuse');
  return decide({ ...it, state, refusal }, refused(it.id, refusal.code));
}
