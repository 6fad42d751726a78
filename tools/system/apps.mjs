/** Those that keep a journal and listen to others. */
export const services = [
  'identity',
  'planning',
  'talent',
  'onsite',
  'clues',
  'rectification',
  'insight',
  'linkage',
];
/** All of an installation, in the order in which they start; they stop in the reverse. */
export const apps = [...services, 'gateway'];

/** Services with a second replica in trials of failure. */
const replicated = ['planning', 'insight'];

/** The processes of a mode: a name for each, and the services in it. */
export function processesOf(mode) {
  if (mode === 'together') return [['services', apps]];
  const single = apps.map((app) => [app, [app]]);
  return mode === 'replicated' ? [...single, ...replicated.map((app) => [`${app}-2`, [app]])] : single;
}
