/** What onsite knows of planning's hearings: a projection, read anew like any other. */
import { Injectable } from '@nestjs/common';
import type { BodyOf, hearingHeld } from '@xuncha/contracts';
import { idToBytes, refuse, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Act, Caller } from '@xuncha/service-kit';
import type { Hearing } from './report-package.js';

@Injectable()
export class Hearings {
  async note(act: Act, { hearingId, heldOn, roundIds }: BodyOf<typeof hearingHeld>): Promise<void> {
    await act.manager.query('INSERT IGNORE INTO hearing (site, id, held_on, round_ids) VALUES (?, ?, ?, ?)', [
      act.site,
      idToBytes(hearingId),
      heldOn,
      JSON.stringify(roundIds),
    ]);
  }

  /** Refuses `report.hearing-unknown`, also where planning's news of it has not come yet. */
  async read(caller: Caller, id: Id): Promise<Hearing> {
    const rows = (await caller.manager.query(
      'SELECT held_on AS heldOn, round_ids AS roundIds FROM hearing WHERE site = ? AND id = ?',
      [caller.site, idToBytes(id)],
    )) as { heldOn: BusinessDate; roundIds: string }[];
    const row = rows[0] ?? refuse('report.hearing-unknown', { id });
    return { id, heldOn: row.heldOn, roundIds: JSON.parse(row.roundIds) as Id[] };
  }
}
