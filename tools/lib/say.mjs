/** Progress goes to standard error, so that standard output carries results alone. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A failure whose cause and cure are known: told to the reader without a stack trace. */
export class Failure extends Error {
  constructor(cause, cure) {
    super(cause);
    this.name = 'Failure';
    this.cure = cure;
  }
}

/** Runs a tool's main function; a failure ends the process with its cause and cure. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? process.exitCode ?? 0;
  } catch (error) {
    if (error instanceof Failure) {
      say(`\nFailed: ${error.message}`);
      if (error.cure) say(`Cure:   ${error.cure}`);
    } else {
      say(`\nFailed by a bug in this tool: ${error?.stack ?? error}`);
    }
    process.exitCode = 1;
  }
}
