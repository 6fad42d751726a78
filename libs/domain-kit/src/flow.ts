import { refuse } from './refusal.js';

/** Per state, the actions it allows and the states they lead to. A state without arrows is final. */
export type Arrows<S extends string, A extends string> = Readonly<Record<S, Readonly<Partial<Record<A, S>>>>>;

/** The life of one aggregate: the only place where a state is chosen. */
export interface Flow<S extends string = string, A extends string = string> {
  readonly aggregate: string;
  readonly initial: S;
  readonly arrows: Arrows<S, A>;
}

export type StateOf<F> = F extends Flow<infer S, string> ? S : never;
export type ActionOf<F> = F extends { readonly arrows: Arrows<string, infer A> } ? A : never;

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;
type ActionsIn<T extends Table> = { [S in keyof T]: keyof T[S] & string }[keyof T];

/**
 * Writes down a flow and checks it when the module loads: an arrow to nowhere or a state that nothing
 * leads to is a mistake of the programmer, so the program does not start.
 */
export function defineFlow<const T extends Table>(definition: {
  aggregate: string;
  initial: keyof T & string;
  states: T & Readonly<Record<string, Readonly<Record<string, keyof T>>>>;
}): Flow<keyof T & string, ActionsIn<T>> {
  const { aggregate, initial, states } = definition;
  const broken = arrowsToNowhere(states);
  if (broken.length > 0) throw new Error(`${aggregate}: arrows to nowhere: ${broken.join(', ')}`);
  if (!(initial in states)) throw new Error(`${aggregate}: the initial state ${initial} is not a state`);
  const lost = unreachable(states, initial);
  if (lost.length > 0) throw new Error(`${aggregate}: unreachable states: ${lost.join(', ')}`);
  return { aggregate, initial, arrows: states as Arrows<keyof T & string, ActionsIn<T>> };
}

/** The state after the action; refused with `flow.refused` where the state does not allow it. */
export function step<S extends string, A extends string>(flow: Flow<S, A>, state: S, action: NoInfer<A>): S {
  const next = arrow(flow, state, action);
  if (next !== undefined) return next;
  const allowed = Object.keys(flow.arrows[state]);
  return refuse('flow.refused', { aggregate: flow.aggregate, state, action, allowed });
}

/** Whether the state allows the action, for queries that tell a viewer what can be done next. */
export function allows<S extends string, A extends string>(flow: Flow<S, A>, state: S, action: NoInfer<A>) {
  return arrow(flow, state, action) !== undefined;
}

export function isFinal<S extends string>(flow: Flow<S>, state: S): boolean {
  return Object.keys(flow.arrows[state]).length === 0;
}

export function statesOf<S extends string>(flow: Flow<S>): S[] {
  return Object.keys(flow.arrows) as S[];
}

export function actionsOf<A extends string>(flow: Flow<string, A>): A[] {
  const names = Object.values(flow.arrows).flatMap((arrows) => Object.keys(arrows));
  return [...new Set(names)] as A[];
}

export interface Cell<S extends string, A extends string> {
  readonly state: S;
  readonly action: A;
  /** Undefined where the cell refuses. */
  readonly next: S | undefined;
}

/** Every state × action, from which tests are generated: each cell moves or refuses. */
export function grid<S extends string, A extends string>(flow: Flow<S, A>): Cell<S, A>[] {
  return statesOf(flow).flatMap((state) =>
    actionsOf(flow).map((action) => ({ state, action, next: arrow(flow, state, action) })),
  );
}

function arrow<S extends string, A extends string>(flow: Flow<S, A>, state: S, action: A): S | undefined {
  // A state read from a database is only believed to be an S.
  if (!Object.hasOwn(flow.arrows, state)) throw new Error(`${flow.aggregate}: ${state} is not a state`);
  return Object.hasOwn(flow.arrows[state], action) ? flow.arrows[state][action] : undefined;
}

function arrowsToNowhere(states: Table): string[] {
  return Object.entries(states).flatMap(([from, arrows]) =>
    Object.entries(arrows)
      .filter(([, to]) => !Object.hasOwn(states, to))
      .map(([action, to]) => `${from} -${action}-> ${to}`),
  );
}

function unreachable(states: Table, initial: string): string[] {
  const reached = new Set([initial]);
  for (const state of reached) Object.values(states[state] ?? {}).forEach((to) => reached.add(to));
  return Object.keys(states).filter((state) => !reached.has(state));
}
