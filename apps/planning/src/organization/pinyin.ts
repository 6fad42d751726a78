/** How a name is typed by whoever does not write characters: all its sounds without a space, or the first letter of each. */
import { pinyin } from 'pinyin-pro';

export function pinyinOf(name: string): [full: string, initials: string] {
  const options = { toneType: 'none', type: 'array', v: true } as const;
  return [pinyin(name, options).join(''), pinyin(name, { ...options, pattern: 'first' }).join('')];
}
