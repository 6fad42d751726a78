import { Injectable } from '@nestjs/common';
import type { BodyOf, findInDirectory, organizationRegistered, Out } from '@xuncha/contracts';
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import { beginningWith, plain, searchedText, type Act, type Caller } from '@xuncha/service-kit';
import { pinyinOf } from '@xuncha/service-kit/pinyin';

/** Name of the consumer, and the tables that its rebuilding empties. */
export const DIRECTORY = 'directory';
export const DIRECTORY_TABLES = ['organization'] as const;

/** As many as a person looks through. */
const MOST_FOUND = 50;

type Registered = BodyOf<typeof organizationRegistered>;
type Listed = Out<typeof findInDirectory>['items'][number];

/** Identity's copy of what planning's register tells everybody. It comes with planning's events, so the newest entry may be a moment away. */
@Injectable()
export class DirectoryStore {
  async note(act: Act, { organizationId, code, name, kind }: Registered): Promise<void> {
    const text = Buffer.from(searchedText([code, name, ...pinyinOf(name)]));
    await act.manager.query(
      `INSERT INTO organization (site, id, code, name, kind, state, text) VALUES (?, ?, ?, ?, ?, 'active', ?)
       ON DUPLICATE KEY UPDATE code = VALUES(code), name = VALUES(name), kind = VALUES(kind), text = VALUES(text)`,
      [act.site, idToBytes(organizationId), code, name, kind, text],
    );
  }

  async noteEnd(act: Act, id: Id, state: 'merged' | 'dissolved'): Promise<void> {
    const values = [state, act.site, idToBytes(id)];
    await act.manager.query('UPDATE organization SET state = ? WHERE site = ? AND id = ?', values);
  }

  /** Those that are still there first, of them the best: by the beginning of the first text that begins so. */
  async find(viewer: Caller, text: string): Promise<Listed[]> {
    const asked = Buffer.from(plain(text));
    const beginning = Buffer.from(beginningWith(plain(text)));
    const rows = await listedTo(
      viewer,
      `LOCATE(?, text) > 0 ORDER BY state <> 'active', LOCATE(?, text) = 0, LOCATE(?, text), code LIMIT ${MOST_FOUND}`,
      [asked, beginning, beginning],
    );
    return rows.map(listed);
  }

  async first(viewer: Caller): Promise<Listed[]> {
    const rows = await listedTo(viewer, `state = 'active' ORDER BY code LIMIT ${MOST_FOUND}`, []);
    return rows.map(listed);
  }

  async names(viewer: Caller, ids: readonly Id[]) {
    const rows = await listedTo(viewer, 'id IN (?)', [ids.map(idToBytes)]);
    return rows.map(({ id, name }) => ({ id: idFromBytes(id), name }));
  }
}

/** Of the viewer's site, but for what they are recused from, as of everything (architecture.md, Who may do what). */
async function listedTo(
  { manager, site, access: { recused } }: Caller,
  where: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const others = recused.size > 0 ? 'AND id NOT IN (?)' : '';
  return (await manager.query(
    `SELECT id, code, name, kind, state FROM organization WHERE site = ? ${others} AND ${where}`,
    [site, ...(recused.size > 0 ? [[...recused].map(idToBytes)] : []), ...values],
  )) as Row[];
}

interface Row extends Omit<Listed, 'id'> {
  readonly id: Buffer;
}
const listed = ({ id, code, name, kind, state }: Row): Listed => ({
  id: idFromBytes(id),
  code,
  name,
  kind,
  state,
});
