/** What a refusal is about: plain JSON values, never prose, never a person's name. */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * A rule said no. Everything else that is thrown is a bug and propagates.
 * The message is the code alone, because facts may be sealed and messages end up in logs.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly facts: Facts = {},
  ) {
    super(code);
  }
}

export function refuse(code: string, facts?: Facts): never {
  throw new DomainError(code, facts);
}

/** Refuses when the condition holds: `refuseIf(item.evidence.length === 0, 'item.no-evidence')`. */
export function refuseIf(condition: boolean, code: string, facts?: Facts): asserts condition is false {
  if (condition) refuse(code, facts);
}

/** Refuses unless the condition holds, and narrows by it: `refuseUnless(item.plan, 'item.no-plan')`. */
export function refuseUnless(condition: unknown, code: string, facts?: Facts): asserts condition {
  if (!condition) refuse(code, facts);
}
