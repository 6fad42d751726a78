/** The pages of composing teams, loaded apart from those of people and teams. */
export { CompositionForm } from './composition-form.js';
export { CompositionPage } from './composition-page.js';
export { CompositionsPage } from './compositions-page.js';
