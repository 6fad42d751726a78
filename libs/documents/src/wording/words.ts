/** Dates, times and amounts as official documents write them. */
import { dateIn, formatFen, type BusinessDate, type Duration, type Fen } from '@xuncha/domain-kit';

/** To be filled in by hand where there is none yet. */
export function dayInWords(date: BusinessDate | null): string {
  if (date === null) return '　　　　年　　月　　日';
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', timeStyle: 'short' });

export function momentInWords(at: Date): string {
  return `${dayInWords(dateIn(at))}${clock.format(at)}`;
}

const units: Readonly<Record<Duration['unit'], string>> = { day: '日', workday: '个工作日', month: '个月' };

export function durationInWords({ count, unit }: Duration): string {
  return `${count}${units[unit]}`;
}

const WAN = 10_000;

/** Exact, in 万元 from ten thousand on. */
export function amountInWords(fen: Fen | null): string {
  if (fen === null) return '';
  const inWan = fen >= WAN * 100;
  const digits = inWan ? formatFen(fen).replace('.', '').padStart(7, '0') : formatFen(fen);
  const text = inWan ? `${digits.slice(0, -6)}.${digits.slice(-6)}` : digits;
  return `${text.replace(/\.?0+$/, '')}${inWan ? '万元' : '元'}`;
}
