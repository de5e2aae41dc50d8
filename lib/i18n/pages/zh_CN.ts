/** Chinese words of the extension's own pages, a file for each page. */

import type { PagesMessages } from './en.ts';
import { common } from './zh_CN/common.ts';
import { formulas } from './zh_CN/formulas.ts';
import { lens } from './zh_CN/lens.ts';
import { notices } from './zh_CN/notices.ts';
import { options } from './zh_CN/options.ts';
import { popup } from './zh_CN/popup.ts';
import { project } from './zh_CN/project.ts';
import { sync } from './zh_CN/sync.ts';
import { terms } from './zh_CN/terms.ts';
import { watch } from './zh_CN/watch.ts';
import { welcome } from './zh_CN/welcome.ts';

export const pagesZhCN: PagesMessages = {
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
