import { Injectable } from '@nestjs/common';
import { idToBytes, newId, refuse, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act, type Caller, type Criteria } from '@xuncha/service-kit';
import { Renewals } from './renewals.js';
import * as session from './session.js';
import { SessionRow } from './session.row.js';

/** Of one account, open at once; the oldest gives way, so that ending all of them is always quick. */
const MOST = 50;
type Because = NonNullable<session.Session['endedBecause']>;

@Injectable()
export class SessionStore extends Store<session.Session, SessionRow> {
  constructor(private readonly renewals: Renewals) {
    super({ aggregate: 'identity.session', row: SessionRow, ...sameColumns() });
  }

  /** Its id is made here and nowhere else: nobody can bring one along. Answers it with the secret for its renewal. */
  async open(act: Act, opening: session.Opening): Promise<{ id: Id; renewal: string }> {
    const now = new Date();
    const others = await this.openOnes(act, opening.accountId);
    for (const { id } of others.slice(0, Math.max(0, others.length - MOST + 1)))
      await this.end(act, id, 'tooMany', session.endLikewise);
    const { id } = await this.add(act, session.open(newId(), opening, now));
    return { id, renewal: await this.renewals.begin(act.manager, id, now) };
  }

  async end(act: Act, id: Id, because: Because, end: typeof session.end = session.end) {
    const receipt = await this.change(act, { id }, (before) => end(before, because, new Date()));
    await this.renewals.end(act.manager, id);
    return receipt;
  }

  /** All of an account but `kept`. Answers how many. */
  async endAll(act: Act, accountId: Id, because: Because, kept?: Id | null): Promise<number> {
    const ended = (await this.openOnes(act, accountId)).filter(({ id }) => id !== kept);
    for (const { id } of ended) await this.end(act, id, because, session.endLikewise);
    return ended.length;
  }

  /** Whoever holds its secret has no site yet. */
  async bySecret(nobody: Caller, id: Id): Promise<SessionRow> {
    const found = await nobody.manager
      .createQueryBuilder(SessionRow, 'r')
      .where('r.id = :id', { id: idToBytes(id) })
      .getOne();
    return found ?? refuse('session.invalid');
  }

  /** As contracts show them, the newest first. */
  async list(viewer: Caller, accountId: Id, page: Pick<Criteria<SessionRow>, 'cursor' | 'limit'>) {
    const { items, next } = await this.page(viewer, { where: { accountId }, descending: true, ...page });
    const renewed = await this.renewals.lastOf(
      viewer.manager,
      items.map(({ id }) => id),
    );
    return { items: items.map((item) => shown(item, renewed.get(item.id) ?? null)), next };
  }

  private openOnes(act: Act, accountId: Id) {
    const between = { endsAt: [new Date(), undefined] as const };
    return this.find(act, { where: { accountId, state: 'open' }, between });
  }
}

function shown(row: session.Session, renewedAt: Date | null) {
  const { id, accountId, signedInBy: by, origin, openedAt, endedAt, endedBecause } = row;
  const isOver = row.state === 'open' && session.hasRunOut(row, renewedAt, new Date());
  return {
    id,
    accountId,
    by,
    origin,
    openedAt: openedAt.toISOString(),
    renewedAt: renewedAt?.toISOString() ?? null,
    state: isOver ? ('expired' as const) : row.state,
    endedAt: endedAt?.toISOString() ?? null,
    endedBecause,
  };
}
