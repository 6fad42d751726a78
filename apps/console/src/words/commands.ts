/** What a command is called on its button: two to six characters; its whole meaning is the contract's summary. */
import commands from './commands.json' with { type: 'json' };

const words: Readonly<Record<string, string>> = commands;

export function commandWord(name: string): string {
  return words[name] ?? name;
}
