/** Arabic words of the extension's own pages, a file for each page. */
export { common } from './ar/common.ts';
export { formulas } from './ar/formulas.ts';
export { lens } from './ar/lens.ts';
export { notices } from './ar/notices.ts';
export { options } from './ar/options.ts';
export { popup } from './ar/popup.ts';
export { project } from './ar/project.ts';
export { sync } from './ar/sync.ts';
export { terms } from './ar/terms.ts';
export { watch } from './ar/watch.ts';
export { welcome } from './ar/welcome.ts';
