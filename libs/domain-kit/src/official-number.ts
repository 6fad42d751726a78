import { refuseUnless } from './refusal.js';

export interface OfficialNumber {
  readonly prefix: string;
  readonly year: number;
  readonly serial: number;
}

/** The number people see and cite: `officialNumber('瑞巡', 2017, 12)` is `瑞巡〔2017〕12号`. */
export function officialNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}〔${year}〕${serial}号`;
}

export function parseOfficialNumber(text: string): OfficialNumber {
  const match = /^([^〔〕\s]+)〔(\d{4})〕([1-9]\d*)号$/.exec(text);
  refuseUnless(match, 'official-number.malformed', { text });
  return { prefix: match[1]!, year: Number(match[2]), serial: Number(match[3]) };
}
