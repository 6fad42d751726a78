import { describe, expect, test } from 'vitest';
import { Sheet } from './sheet.js';
import { Solver, type News } from './solver.js';

/** Halves of seven sums at once: easy where people may be split, out of reach for whole ones. */
function endless() {
  const sheet = new Sheet();
  const columns = Array.from({ length: 60 }, () => sheet.column(1, 1));
  for (let row = 1; row <= 7; row++) {
    const weights = columns.map(
      (column) => ((column + 1) * 7919 * row ** 2 + 104_729 * (column ^ row)) % 1000,
    );
    const half = Math.floor(weights.reduce((all, one) => all + one, 0) / 2);
    sheet.row(
      columns.map((column) => [column, weights[column]!]),
      { atLeast: half, atMost: half },
    );
  }
  return sheet.data();
}

function easy() {
  const sheet = new Sheet();
  sheet.row([[sheet.column(3, 5), 1]], { atLeast: 2 });
  return sheet.data();
}

describe('the solver', () => {
  test('stops in the middle of its work when told to, and says what bound it had proven', async () => {
    const stop = new AbortController();
    const solver = await Solver.start(stop.signal);
    const heard: News[] = [];
    const solved = await solver.solve(endless(), (news) => {
      heard.push(news);
      stop.abort();
    });
    expect(solved).toMatchObject({ status: 'stopped', bound: heard[0]!.bound });
    expect(heard[0]!.bound).toBeGreaterThan(0);
  });

  test('refuses when it is killed in the middle of its work, and another works', async () => {
    const solver = await Solver.start();
    const solved = solver.solve(endless(), () => void solver['thread'].terminate());
    await expect(solved).rejects.toThrow('composition.solver-stopped');
    const other = await Solver.start();
    expect(await other.solve(easy())).toMatchObject({ status: 'optimal', points: 6, bound: 6 });
    await other.end();
  });

  test('refuses when it wants more memory than it may have', async () => {
    const solver = await Solver.start(undefined, 32 * 2 ** 20);
    const sheet = new Sheet();
    const columns = Array.from({ length: 1000 }, () => sheet.column(1, 1));
    for (let row = 0; row < 1000; row++) {
      sheet.row(
        columns.map((column) => [column, 1]),
        { atLeast: 1 },
      );
    }
    await expect(solver.solve(sheet.data())).rejects.toThrow('composition.solver-stopped');
  });

  test('refuses a question when it is dead', async () => {
    const solver = await Solver.start();
    await solver.end();
    await expect(solver.solve(easy())).rejects.toThrow('composition.solver-stopped');
  });
});
