/** The scan in Firefox, whose engine walks pages in other ways: the same code, the same measure. */
import { MEGABYTE, ratio } from './scan.ts';

export const rows = [ratio('cold scan, 1 MB in 20,000 nodes, Firefox', MEGABYTE, 'firefox')];
