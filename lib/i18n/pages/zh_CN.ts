/** Chinese words of the extension's own pages, a file for each page. */
export { common } from './zh_CN/common.ts';
export { formulas } from './zh_CN/formulas.ts';
export { lens } from './zh_CN/lens.ts';
export { notices } from './zh_CN/notices.ts';
export { options } from './zh_CN/options.ts';
export { popup } from './zh_CN/popup.ts';
export { project } from './zh_CN/project.ts';
export { sync } from './zh_CN/sync.ts';
export { terms } from './zh_CN/terms.ts';
export { watch } from './zh_CN/watch.ts';
export { welcome } from './zh_CN/welcome.ts';
