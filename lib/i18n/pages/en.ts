/** English words of the extension's own pages, a file for each page. Keys are `<page>.<what>`; the other languages hold the same keys. */
import { common } from './en/common.ts';
import { formulas } from './en/formulas.ts';
import { lens } from './en/lens.ts';
import { notices } from './en/notices.ts';
import { options } from './en/options.ts';
import { popup } from './en/popup.ts';
import { project } from './en/project.ts';
import { sync } from './en/sync.ts';
import { terms } from './en/terms.ts';
import { watch } from './en/watch.ts';
import { welcome } from './en/welcome.ts';

export const pagesEn = {
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
} as const;

/** What every other language must hold. */
export type PagesMessages = { readonly [K in keyof typeof pagesEn]: string };
