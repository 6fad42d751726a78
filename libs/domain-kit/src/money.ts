import { refuseIf, refuseUnless } from './refusal.js';

/** An amount in whole fen, so that sums are exact. */
export type Fen = number;

/** Reads an amount as people write it, `12.34` yuan; an amount is never rounded, it is refused. */
export function parseYuan(text: string): Fen {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  refuseUnless(match, 'money.malformed', { text });
  const [, sign, yuan = '', fraction = ''] = match;
  refuseIf(sign === '-', 'money.negative', { text });
  refuseIf(fraction.length > 2, 'money.decimals', { text });
  const fen = Number(yuan + fraction.padEnd(2, '0'));
  refuseUnless(Number.isSafeInteger(fen), 'money.too-large', { text });
  return fen;
}

export function formatFen(fen: Fen): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new Error('not an amount in fen');
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
