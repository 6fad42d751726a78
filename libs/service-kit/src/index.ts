export * from './config.js';
export * from './database.js';
export * from './envelope.js';
export * from './metrics.js';
export * from './runtime.js';
export * from './transaction.js';
