/**
 * What one viewer's page is told: that a query, run again, would answer differently. Changes of a second are told together, and only
 * after asking anew what the viewer may read, so that a lost role is silent within two seconds.
 */
import { DomainError } from '@xuncha/domain-kit';
import { isOfAccess, kindsHeard, mayBetray, mayHear, type Change, type ViewerAccess } from './change.js';

/** Identity hears of its own events as others do, a moment later; so what a viewer may do is asked for twice. */
const RECHECKS = 2;

export interface Line {
  write(text: string): void;
  end(): void;
}

export class ViewerStream {
  private pending: Change[] = [];
  private rechecks = 0;
  private known: string;

  constructor(
    private latest: ViewerAccess,
    private readonly access: () => Promise<ViewerAccess>,
    private readonly line: Line,
  ) {
    this.known = JSON.stringify(latest);
  }

  note(change: Change): void {
    if (isOfAccess(change)) this.rechecks = RECHECKS;
    if (!this.pending.some((other) => isSame(other, change))) this.pending.push(change);
  }

  /** To be called once a second. */
  async tick(): Promise<void> {
    if (this.pending.length === 0 && this.rechecks === 0) return;
    try {
      const access = await this.access();
      this.rechecks = Math.max(0, this.rechecks - 1);
      this.tell(access);
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.startsWith('service.')) this.line.end();
    }
  }

  /**
   * To be called every some seconds. Whoever is recused from an organization is told of everything they read at each beat, whether it
   * changed or not, because between beats they are not told of what might be of that organization (rules.md 2).
   */
  heartbeat(): void {
    this.line.write(': still here\n\n');
    if (this.latest.recused.length > 0) this.write(kindsHeard(this.latest).map(kindOf));
  }

  private tell(access: ViewerAccess): void {
    const heard = this.pending
      .filter((change) => mayHear(change, access) && !mayBetray(change, access))
      .map((change) => kindOf(change.aggregate));
    this.pending = [];
    this.latest = access;
    const present = JSON.stringify(access);
    if (present !== this.known) heard.push('access');
    this.known = present;
    this.write(heard);
  }

  private write(kinds: readonly string[]): void {
    for (const aggregate of new Set(kinds)) this.line.write(`data: ${JSON.stringify({ aggregate })}\n\n`);
  }
}

function kindOf(aggregate: string): string {
  return aggregate.split('.')[1]!;
}

function isSame(one: Change, other: Change): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
