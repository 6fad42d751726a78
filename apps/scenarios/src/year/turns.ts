/** The team with the fewest organizations so far, of those that may go there. */
export function leastLoaded(
  teams: readonly number[],
  load: readonly number[],
  isBarred: (team: number) => boolean,
): number {
  const free = teams.filter((team) => !isBarred(team));
  return free.reduce((best, team) => (load[team]! < load[best]! ? team : best), free[0]!);
}
