/** Pages of the overview, loaded with the first of them. */
export { Workbench as WorkbenchPage } from './workbench.js';
