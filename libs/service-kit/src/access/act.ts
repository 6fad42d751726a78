/** A caller in the middle of a change: one transaction, one business date, one cause. */
import { officialNumber, yearOf, type BusinessDate } from '@xuncha/domain-kit';
import type { Envelope } from '../envelope.js';
import { Caller } from './caller.js';

export class Act extends Caller {
  /** The event that led to this change; null where a person asked. */
  cause: Envelope | null = null;
  private happenedOn: BusinessDate | null = null;

  /** The day it happened: what the person gave as `on`, the effective date of the cause, or today. */
  get on(): BusinessDate {
    return this.happenedOn ?? this.today;
  }
  set on(date: BusinessDate) {
    this.happenedOn = date;
  }

  /** The same person's change in another site, by that site's clock: whoever opens a site writes its first records there. */
  inSite(site: string, now: Date): Act {
    const act = new Act(this.runtime, { ...this.who, site }, this.access, { ...this.moment, now });
    act.cause = this.cause;
    return act;
  }

  /** For what nothing in this transaction reads again: written with the commit where that saves a message, else at once. */
  async write(sql: string, values: readonly unknown[]): Promise<void> {
    if (this.moment.later) this.moment.later({ sql, values });
    else await this.manager.query(sql, [...values]);
  }

  /** The next official number of a series in this site and year, without gaps: `瑞巡〔2017〕12号`. */
  async nextNumber(series: string): Promise<string> {
    const year = yearOf(this.on);
    const found = (await this.manager.query('SELECT abbreviation FROM site WHERE code = ?', [this.site])) as {
      abbreviation: string;
    }[];
    const made = (await this.manager.query(
      `INSERT INTO number_sequence (site, series, year, last) VALUES (?, ?, ?, LAST_INSERT_ID(1))
       ON DUPLICATE KEY UPDATE last = LAST_INSERT_ID(last + 1)`,
      [this.site, series, year],
    )) as { insertId: number };
    return officialNumber(`${found[0]?.abbreviation ?? ''}${series}`, year, made.insertId);
  }
}
