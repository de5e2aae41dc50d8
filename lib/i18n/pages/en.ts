/** English words of the extension's own pages, a file for each page. Keys are `<page>.<what>`; the other languages hold the same keys. */
export { common } from './en/common.ts';
export { formulas } from './en/formulas.ts';
export { lens } from './en/lens.ts';
export { notices } from './en/notices.ts';
export { options } from './en/options.ts';
export { popup } from './en/popup.ts';
export { project } from './en/project.ts';
export { sync } from './en/sync.ts';
export { terms } from './en/terms.ts';
export { watch } from './en/watch.ts';
export { welcome } from './en/welcome.ts';
