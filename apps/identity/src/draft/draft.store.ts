import { Injectable } from '@nestjs/common';
import type { DraftEndedBecause } from '@xuncha/contracts';
import { idFromBytes, idToBytes, newId, refuseUnless, type Id } from '@xuncha/domain-kit';
import {
  clearDeadline,
  sameColumns,
  setDeadline,
  Store,
  type Act,
  type Caller,
  type RecordKey,
} from '@xuncha/service-kit';
import { In } from 'typeorm';
import * as draft from './draft.js';
import { DraftContentRow, DraftRow } from './draft.row.js';

export const FORGOTTEN = 'draft.forgotten';
const KEPT_MS = draft.KEPT_DAYS * 86_400_000;

interface Writing {
  readonly form: string;
  readonly command: string;
  readonly content: string;
  readonly seen: number | undefined;
}
/** What is sealed beside the content, so that a list opens no content. */
interface Heading {
  readonly form: string;
  readonly command: string;
  readonly reach: draft.Reach;
}
interface Open {
  readonly id: Id;
  readonly row: DraftContentRow;
  readonly key: RecordKey;
  readonly heading: Heading;
}

@Injectable()
export class DraftStore extends Store<draft.Draft, DraftRow> {
  constructor() {
    super({
      aggregate: 'identity.draft',
      row: DraftRow,
      // Begun on two machines at the same instant.
      unique: { one_draft: ['draft.newer', 'id'] },
      ...sameColumns(),
    });
  }

  /** Begun where there is none, or none any more that its writer may read. */
  async keep(act: Act, { form, command, content, seen }: Writing) {
    draft.refuseTooLarge(content);
    const permission = draft.permissionOf(command);
    refuseUnless(permission, 'draft.form-unknown', { command });
    act.demand(permission);
    const sessionId = act.moment.session ?? null;
    const kept = await this.standing(act, form);
    draft.refuseUnseen(kept?.row ?? null, { seen, sessionId });
    const id = kept?.id ?? (await this.begin(act, form));
    const key = kept?.key ?? (await this.keyFor(act, id));
    const heading: Heading = { form, command, reach: reachOf(act, command) };
    const row = {
      draftId: idToBytes(id),
      heading: key.seal('heading', JSON.stringify(heading)),
      content: key.seal('content', content),
      seen: (kept?.row.seen ?? 0) + 1,
      savedAt: new Date(),
      sessionId,
    };
    await act.manager.upsert(DraftContentRow, row, ['draftId']);
    const dueAt = new Date(act.now.getTime() + KEPT_MS);
    await setDeadline(act, id, { name: FORGOTTEN, dueAt, amberAt: null });
    return shown(row);
  }

  /** False where there is none. */
  async discard(act: Act, { form, seen }: { form: string; seen: number }): Promise<boolean> {
    const kept = await this.standing(act, form);
    if (!kept) return false;
    draft.refuseUnseen(kept.row, { seen, sessionId: act.moment.session ?? null });
    await this.end(act, kept.id, 'discarded');
    return true;
  }

  /** From the commit on, what was typed is noise in every copy of the rows. */
  async end(act: Act, id: Id, because: DraftEndedBecause): Promise<void> {
    await this.change(act, { id }, (before) => draft.end(before, because));
    await act.manager.delete(DraftContentRow, { draftId: idToBytes(id) });
    await act.runtime.vault.shred(act, id);
    await clearDeadline(act, id, FORGOTTEN);
  }

  async readOwn(viewer: Caller, form: string) {
    const [found] = await this.opened(viewer, await this.own(viewer, form).getMany());
    if (!found || !isReadable(viewer, found)) return null;
    const { row, key } = found;
    const { sessionId } = row;
    const isHere = sessionId !== null && sessionId === viewer.moment.session;
    return { ...shown(row), content: key.open('content', row.content), isHere };
  }

  /** Without their contents, the latest first. */
  async listOwn(viewer: Caller) {
    const rows = await this.own(viewer).getMany();
    const readable = (await this.opened(viewer, rows)).filter((one) => isReadable(viewer, one));
    return readable
      .toSorted((one, other) => other.row.savedAt.getTime() - one.row.savedAt.getTime())
      .map(({ row, heading: { form, command } }) => ({ ...shown(row), form, command }));
  }

  /** Held until the transaction ends. What its writer may not read any more gives way. */
  private async standing(act: Act, form: string): Promise<Open | null> {
    const rows = await this.own(act, form).setLock('pessimistic_write').getMany();
    const [found] = await this.opened(act, rows);
    if (!found) return null;
    if (isReadable(act, found)) return found;
    await this.end(act, found.id, 'discarded');
    return null;
  }

  private async begin(act: Act, form: string): Promise<Id> {
    const others = await this.own(act).getCount();
    const begun = { accountId: act.person, form: hashOf(act, form) };
    const { id } = await this.add(act, draft.begin(newId(), begun, others));
    return id;
  }

  private own(viewer: Caller, form?: string) {
    const person = idToBytes(viewer.person);
    const own = this.query(viewer).andWhere("r.accountId = :person AND r.state = 'open'", { person });
    return form === undefined ? own : own.andWhere('r.form = :form', { form: hashOf(viewer, form) });
  }

  private async opened(viewer: Caller, rows: readonly DraftRow[]): Promise<Open[]> {
    const ids = rows.map(({ id }) => id);
    const keys = await this.keysOf(viewer, ids);
    const contents = await viewer.manager.findBy(DraftContentRow, { draftId: In(ids.map(idToBytes)) });
    return contents.map((row) => {
      const id = idFromBytes(row.draftId);
      const key = keys.get(id)!;
      return { id, row, key, heading: JSON.parse(key.open('heading', row.heading)) as Heading };
    });
  }
}

function isReadable(viewer: Caller, { heading }: Open): boolean {
  return draft.isWithin(heading.reach, reachOf(viewer, heading.command));
}

function reachOf(caller: Caller, command: string): draft.Reach {
  const permission = draft.permissionOf(command);
  const grants = permission ? caller.grantsOf(permission) : [];
  return {
    grants: grants.map(({ role, organizationId, teamId }) => `${role}/${organizationId}/${teamId}`),
    recused: [...caller.access.recused],
  };
}

/** Nobody who has the rows can tell from it which form of which record somebody began. */
function hashOf({ runtime, site, person }: Caller, form: string): string {
  return runtime.vault.searchHash(site, `identity.draft.${person}.${form}`).toString('hex');
}

function shown({ seen, savedAt }: Pick<DraftContentRow, 'seen' | 'savedAt'>) {
  return { seen, savedAt: savedAt.toISOString() };
}
