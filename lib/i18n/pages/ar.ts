/** Arabic words of the extension's own pages, a file for each page. */
import { common } from './ar/common.ts';
import { formulas } from './ar/formulas.ts';
import { lens } from './ar/lens.ts';
import { notices } from './ar/notices.ts';
import { options } from './ar/options.ts';
import { popup } from './ar/popup.ts';
import { project } from './ar/project.ts';
import { sync } from './ar/sync.ts';
import { terms } from './ar/terms.ts';
import { watch } from './ar/watch.ts';
import { welcome } from './ar/welcome.ts';
import type { PagesMessages } from './en.ts';

export const pagesAr: PagesMessages = {
  ...common,
  ...watch,
  ...project,
  ...formulas,
  ...terms,
  ...popup,
  ...options,
  ...notices,
  ...sync,
  ...welcome,
  ...lens,
};
