/** The leaders' pages, apart from the workbench that everybody opens first. */
export { Cockpit as CockpitPage } from './cockpit.js';
export { FigurePage } from './figure-page.js';
