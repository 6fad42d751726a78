/** What clues knows of the disposals that were decided about findings: a projection, read anew like any other (rules.md 6). */
import { Injectable } from '@nestjs/common';
import type { BodyOf, Disposal, findingDecided } from '@xuncha/contracts';
import { idFromBytes, idToBytes } from '@xuncha/domain-kit';
import type { Act, Caller } from '@xuncha/service-kit';
import type { Clue } from '../clue/clue.js';

@Injectable()
export class Disposals {
  async note(act: Act, { findingId, disposals }: BodyOf<typeof findingDecided>): Promise<void> {
    await act.manager.query(
      `INSERT INTO finding_disposal (site, finding_id, disposals) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE disposals = VALUES(disposals)`,
      [act.site, idToBytes(findingId), JSON.stringify(disposals)],
    );
  }

  /** Numbers of the clues whose findings were decided about without a clue being transferred. */
  async againstTransfer(caller: Caller, clues: readonly Clue[]): Promise<string[]> {
    const findingIds = clues.flatMap(({ findingId }) => findingId ?? []);
    if (findingIds.length === 0) return [];
    const rows = (await caller.manager.query(
      'SELECT finding_id, disposals FROM finding_disposal WHERE site = ? AND finding_id IN (?)',
      [caller.site, findingIds.map(idToBytes)],
    )) as { finding_id: Buffer; disposals: string }[];
    const otherwise = rows
      .filter((row) => !(JSON.parse(row.disposals) as Disposal[]).includes('clueTransfer'))
      .map((row) => idFromBytes(row.finding_id));
    return clues.filter(({ findingId }) => otherwise.includes(findingId ?? '')).map(({ number }) => number);
  }
}
