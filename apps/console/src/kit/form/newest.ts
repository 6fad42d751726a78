/** Which of two drafts of one form goes on: what stands here, or what the server has, perhaps from another machine. */
import { isSame, type Values } from './merge.js';

/** What was typed, and of which version of the record. */
export interface Typed {
  /** Only the fields that were changed. */
  readonly values: Values;
  readonly of?: number | undefined;
  readonly savedAt: string;
}
/** What the server has. */
export interface Left extends Typed {
  /** Which saving it was; whoever goes on from it says so. */
  readonly seen: number;
  /** This browser left it there. */
  readonly isHere: boolean;
}
export interface Here {
  readonly values: Values;
  /** Which of the server's savings it goes on from; undefined where it knows of none. */
  readonly seen: number | undefined;
  /** The server had all of it. */
  readonly isKept: boolean;
}

/**
 * `take`: what is there, since nothing here is newer. `adopt`: both are the same. `goOn`: what is here is newer. `ask`: both went on.
 * `ended`: it was sent or given up elsewhere.
 */
export type Next = 'take' | 'adopt' | 'goOn' | 'ask' | 'ended';

/** By what each has seen of the other, not by the clocks of two machines. `there` is null where the server has none. */
export function next(here: Here, there: Left | null): Next {
  if (!there) return here.seen === undefined ? 'goOn' : 'ended';
  if (there.seen === here.seen) return 'goOn';
  if (isSame(there.values, here.values)) return 'adopt';
  if (here.isKept) return 'take';
  return there.isHere ? 'goOn' : 'ask';
}
