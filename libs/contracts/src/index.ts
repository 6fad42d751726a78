export * from './kit/builders.js';
export * from './kit/types.js';
export * from './access/roles.js';
export * from './kit/clock.js';
export * from './identity/site.js';
export * from './identity/access.js';
export * from './planning/organization.js';
