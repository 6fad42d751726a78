/** The services of an installation, in the order in which they start; they stop in the reverse. */
export const apps = ['identity', 'planning', 'onsite', 'rectification', 'insight', 'gateway'];
