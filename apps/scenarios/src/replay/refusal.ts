/** Answers that are no success, told apart by what the client should do. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>>,
    detail: string,
  ) {
    super(`${status} ${code}: ${detail} ${JSON.stringify(facts)}`);
  }
}

/** No answer, or one that asks to come again: whether it was done is unknown, and the same key finds out. */
export class Unanswered extends Error {}

/** What is told once was not heard, and cannot be asked for again. */
export class Lost extends Error {}

/** What will come by message from another service is not there yet. */
export class NotYet extends Error {}
