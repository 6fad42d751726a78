/** A plan cut into days: within a day tracks do not depend on one another. */
import type { BusinessDate } from '@xuncha/domain-kit';
import type { Task } from './performer.js';

/** Steps that follow one another, as tasks with their days. */
export interface Course {
  readonly tasks: readonly (Task & { readonly on: BusinessDate })[];
}
export interface Day {
  readonly on: BusinessDate;
  /** What each course has on this day; the longest first, so that none is left over at the end. */
  readonly runs: readonly (readonly Task[])[];
}

export function daysOf(courses: readonly Course[]): Day[] {
  const days = new Map<BusinessDate, Task[][]>();
  for (const { tasks } of courses) {
    let run: Task[] = [];
    let day: BusinessDate | undefined;
    for (const task of tasks) {
      if (task.on !== day) {
        run = [];
        day = task.on;
        days.set(day, [...(days.get(day) ?? []), run]);
      }
      run.push(task);
    }
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, runs]) => ({ on, runs: runs.sort((a, b) => b.length - a.length) }));
}
