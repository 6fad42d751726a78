import type { Move, Turn } from '../replay/move.js';
import type { Step } from './steps.js';

/** For every act, the command that a step of it is. */
export type Moves<A extends { act: string }> = {
  readonly [N in A['act']]: (
    step: Omit<Step, keyof A> & Extract<A, { act: N }>,
    turn: Turn,
  ) => Promise<Move> | Move;
};
