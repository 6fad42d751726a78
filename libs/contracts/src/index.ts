export * from './kit/builders.js';
export * from './kit/types.js';
export * from './access/roles.js';
