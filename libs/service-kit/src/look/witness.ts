/**
 * Puts every answer to a restricted or sealed query on record before it leaves. Those that come while a commit is under way are
 * committed together by the next one: an answer waits for at most two commits, and none leaves without its look (decisions/0013).
 */
import { isNoted, recordsShown, type QueryContract } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import type { Caller } from '../access/caller.js';
import type { Runtime } from '../runtime.js';
import { transactUnit } from '../transaction.js';
import type { Look } from './look.js';
import type { Looks, Taken } from './looks.js';

/** As many calls as a service answers at once. */
const TOGETHER = 64;
interface Waiting extends Taken {
  readonly noted: () => void;
  readonly failed: (reason: unknown) => void;
}

export class Witness {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(
    private readonly runtime: Runtime,
    private readonly looks: Looks | undefined,
  ) {}

  /** The answer, once it is on record who got it. */
  async seen<O>(contract: QueryContract, viewer: Caller, input: unknown, output: O): Promise<O> {
    if (!isNoted(contract)) return output;
    if (!this.looks) throw new Error(`${contract.name} would be read without a trace`);
    const look = lookOf(contract, viewer, input, output);
    const { purpose } = input as { purpose?: string };
    if (look.recordIds.length > 0) await this.note({ viewer, look, purpose });
    return output;
  }

  private note(taken: Taken): Promise<void> {
    return new Promise((noted, failed) => {
      this.waiting.push({ ...taken, noted, failed });
      if (!this.isWriting) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.isWriting = true;
    for (let batch = this.next(); batch.length > 0; batch = this.next()) {
      try {
        await transactUnit(this.runtime.db, null, (unit) => this.looks!.note(unit, batch));
        this.runtime.committed();
        for (const { noted } of batch) noted();
      } catch (reason) {
        for (const { failed } of batch) failed(reason);
      }
    }
    this.isWriting = false;
  }

  private next(): Waiting[] {
    return this.waiting.splice(0, TOGETHER);
  }
}

function lookOf(
  contract: QueryContract,
  viewer: Caller,
  input: unknown,
  output: unknown,
): Omit<Look, 'purpose'> {
  const grants = viewer.grantsOf(contract.permission!);
  const isLimited = grants.every(({ organizationId }) => organizationId !== null);
  return {
    id: newId(),
    contract: contract.name,
    recordIds: [...new Set(recordsShown(contract, input, output))],
    accountId: viewer.person,
    roles: [...new Set(grants.map(({ role }) => role))],
    organizationId: isLimited ? grants[0]!.organizationId : null,
    takenAt: viewer.moment.now,
  };
}
