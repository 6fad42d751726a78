import { execFile } from 'node:child_process';

/** Runs a program in a folder to its end; never rejects, because a check that finds something exits with a failure. */
export function outcomeOf([program, ...args], folder) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ passed: error === null, output: `${stdout}${stderr}` || (error?.message ?? '') }),
    );
  });
}
