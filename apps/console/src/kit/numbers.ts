/** Numbers, money and sizes as people read them. */
export const FEN_PER_YUAN = 100;
const KB = 1024;
const MB = KB * KB;
const yuan = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 });
const whole = new Intl.NumberFormat('zh-CN');

export function shownMoney(fen: number): string {
  return `${yuan.format(fen / FEN_PER_YUAN)} 元`;
}

export function shownNumber(value: number): string {
  return whole.format(value);
}

export function shownSize(bytes: number): string {
  if (bytes < MB / 10) return `${Math.ceil(bytes / KB)} KB`;
  return `${(bytes / MB).toFixed(2)} MB`;
}
