/** What a command is called on its button: two to six characters; its whole meaning is the contract's summary. */
import words from 'virtual:command-words';

export function commandWord(name: string): string {
  return words[name] ?? name;
}
