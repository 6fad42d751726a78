/**
 * How a name is typed by whoever does not write characters: all its sounds without a space, or the first letter of each. Apart from the
 * rest of the kit, because its dictionary is large and few services need it.
 */
import { pinyin } from 'pinyin-pro';

export function pinyinOf(name: string): [full: string, initials: string] {
  const sounds = pinyin(name, { toneType: 'none', type: 'array', v: true });
  return [sounds.join(''), sounds.map(([first = '']) => first).join('')];
}
