/** Logs: JSON lines with the service's name; never a body, a name or a secret. */
import { pino, type Logger } from 'pino';

export function makeLog(service: string): Logger {
  return pino({
    level: process.env.XC_LOG_LEVEL ?? 'info',
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: shownError },
  });
}

interface ShownError {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: ShownError;
}

/**
 * What a log may say of an error: its kind, its code, where it happened. Its message only where that repeats no values: a database says
 * which value was taken twice and keeps the statement with its parameters, a parser repeats what it could not read.
 */
export function shownError(error: unknown): ShownError {
  const { name, code, message, stack, cause } = (error ?? {}) as Partial<Error> & { readonly code?: unknown };
  if (typeof message !== 'string') return { type: typeof error };
  return {
    type: name ?? 'Error',
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(repeatsValues(error) ? {} : { message }),
    ...(stack === undefined ? {} : { stack: framesOf(stack) }),
    ...(cause === undefined ? {} : { cause: shownError(cause) }),
  };
}

const PARSERS = ['SyntaxError', 'ZodError', '$ZodError'];

function repeatsValues(error: unknown): boolean {
  const { name } = error as Error;
  return (
    PARSERS.includes(name) ||
    ['sqlMessage', 'sql', 'query', 'parameters'].some((key) => Object.hasOwn(error as Error, key))
  );
}

/** Without the message, which may run over several lines. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
