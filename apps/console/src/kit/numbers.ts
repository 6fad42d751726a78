/** Numbers, money and sizes as people read them. */
export const FEN_PER_YUAN = 100;
const MB = 1024 * 1024;
const yuan = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 });
const whole = new Intl.NumberFormat('zh-CN');

export function shownMoney(fen: number): string {
  return `${yuan.format(fen / FEN_PER_YUAN)} 元`;
}

export function shownNumber(value: number): string {
  return whole.format(value);
}

export function shownSize(bytes: number): string {
  return `${(bytes / MB).toFixed(2)} MB`;
}
