/** The smallest service there can be, for tests of the kit and the gateway: a note belongs to an organization, has a text and a deadline. */
import { Controller, Injectable } from '@nestjs/common';
import {
  command,
  decide,
  event,
  Id,
  pageInput,
  pageOf,
  query,
  recordOf,
  Text,
  Version,
  type In,
} from '@xuncha/contracts';
import { defineFlow, newId, refuseIf, step, type StateOf } from '@xuncha/domain-kit';
import {
  Act,
  AGGREGATE_COLUMNS,
  AggregateRow,
  Caller,
  Handles,
  IdColumn,
  OnRung,
  sameColumns,
  setDeadline,
  Store,
  TextColumn,
  type RungFired,
  type ServiceDefinition,
} from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import { z } from 'zod';

const flow = defineFlow({
  aggregate: 'notes.note',
  initial: 'open',
  states: { open: { rewrite: 'open', close: 'closed', press: 'open' }, closed: {} },
});
interface Note {
  readonly id: string;
  readonly organizationId: string;
  readonly text: string;
  readonly state: StateOf<typeof flow>;
}
const body = z.object({ noteId: Id, organizationId: Id.optional() });
const spec = { classification: 'internal' as const, summary: '测试', body };
export const noteWritten = event('notes.note.written', spec);
export const noteRewritten = event('notes.note.rewritten', spec);
export const noteClosed = event('notes.note.closed', spec);
export const notePressed = event('notes.note.pressed', spec);

const View = z.object({ id: Id, version: Version, organizationId: Id, text: z.string(), state: z.string() });
export const writeNote = command('notes.note.write', {
  http: 'POST /notes',
  permission: 'register.write',
  summary: '测试',
  input: z.object({ organizationId: Id, text: Text(20), dueInMs: z.int().optional() }),
});
export const rewriteNote = command('notes.note.rewrite', {
  http: 'POST /notes/{noteId}/rewrite',
  permission: 'register.write',
  summary: '测试',
  input: z.object({ noteId: Id, seen: Version, text: Text(20) }),
});
export const closeNote = command('notes.note.close', {
  http: 'POST /notes/{noteId}/close',
  permission: 'register.write',
  summary: '测试',
  input: z.object({ noteId: Id, seen: Version }),
});
export const readNote = query('notes.note.read', {
  http: 'GET /notes/{noteId}',
  permission: 'register.read',
  classification: 'internal',
  summary: '测试',
  input: z.object({ noteId: Id }),
  output: View,
});
export const listNotes = query('notes.note.list', {
  http: 'GET /notes',
  permission: 'register.read',
  classification: 'internal',
  summary: '测试',
  input: z.object({ ...pageInput, organizationId: Id.optional() }),
  output: pageOf(View),
});

/** So that refusals are on record here as in every service. */
export const notesRecord = recordOf('notes');

@Entity('note')
class NoteRow extends AggregateRow {
  @IdColumn() organizationId!: string;
  @TextColumn() text!: string;
  @TextColumn() state!: Note['state'];
}

@Injectable()
export class NoteStore extends Store<Note, NoteRow> {
  constructor() {
    super({
      aggregate: 'notes.note',
      row: NoteRow,
      organization: 'organizationId',
      unique: { one_text: ['note.text-taken', 'text'] },
      ...sameColumns(),
    });
  }
}

@Controller()
class NoteHandlers {
  constructor(private readonly notes: NoteStore) {}

  @Handles(writeNote)
  async write(input: In<typeof writeNote>, act: Act) {
    const { organizationId, text, dueInMs } = input;
    const note: Note = { id: newId(), organizationId, text, state: flow.initial };
    if (dueInMs !== undefined) {
      const dueAt = new Date(act.now.getTime() + dueInMs);
      await setDeadline(act, note.id, { name: 'answer', dueAt, amberAt: new Date(dueAt.getTime() - 1000) });
    }
    return this.notes.add(act, decide(note, noteWritten({ noteId: note.id, organizationId })));
  }

  @Handles(rewriteNote)
  async rewrite({ noteId, seen, text }: In<typeof rewriteNote>, act: Act) {
    return this.notes.change(act, { id: noteId, seen }, (note) => {
      refuseIf(note.text === text, 'note.same');
      return decide({ ...note, text, state: step(flow, note.state, 'rewrite') }, noteRewritten({ noteId }));
    });
  }

  @Handles(closeNote)
  async close({ noteId, seen }: In<typeof closeNote>, act: Act) {
    return this.notes.change(act, { id: noteId, seen }, (note) =>
      decide(
        { ...note, state: step(flow, note.state, 'close') },
        noteRewritten({ noteId }),
        noteClosed({ noteId }),
      ),
    );
  }

  @OnRung('answer')
  async whenAnswerIsDue_press(fired: RungFired, act: Act) {
    const noteId = fired.aggregateId;
    await this.notes.change(act, { id: noteId }, (note) =>
      decide({ ...note, state: step(flow, note.state, 'press') }, notePressed({ noteId })),
    );
  }

  @Handles(readNote)
  async read(input: In<typeof readNote>, viewer: Caller) {
    return this.notes.read(viewer, input.noteId);
  }

  @Handles(listNotes)
  async list({ cursor, limit, ...where }: In<typeof listNotes>, viewer: Caller) {
    return this.notes.page(viewer, { where, orderBy: 'text', cursor, limit });
  }
}

export const notes: ServiceDefinition = {
  name: 'notes',
  migrations: [
    {
      name: 'notes-0001',
      sql: [
        `CREATE TABLE note (
          ${AGGREGATE_COLUMNS},
          organization_id BINARY(16) NOT NULL,
          text VARCHAR(20) NOT NULL,
          state VARCHAR(12) NOT NULL,
          UNIQUE KEY one_text (site, text)
        ) ENGINE=InnoDB`,
      ],
    },
  ],
  rows: [NoteRow],
  controllers: [NoteHandlers],
  providers: [NoteStore],
};
