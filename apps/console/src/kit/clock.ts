/** What day it is where one works: a rehearsal has its own clock, everybody else lives in Asia/Shanghai. */
import { useAsk } from '../api/hooks.js';

const dayInShanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const TO_THE_MINUTE = 'YYYY-MM-DDTHH:MM'.length;

/** `YYYY-MM-DD` */
export function useToday(): string {
  const { data: site } = useAsk('currentSite', {});
  return dayInShanghai.format(site?.clock ? new Date(site.clock) : new Date());
}

/** Whole days from one date to another; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** As a field for date and time holds it: `YYYY-MM-DDTHH:MM`, in Asia/Shanghai wherever the machine stands. */
export function inShanghai(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, TO_THE_MINUTE);
}

/** As days are written everywhere: `YYYY-MM-DD HH:MM`. */
export function shownInstant(instant: string): string {
  return inShanghai(instant).replace('T', ' ');
}

export function fromShanghai(local: string): string {
  return new Date(`${local}+08:00`).toISOString();
}
