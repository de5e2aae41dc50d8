/** Every signal on code as declared data, in the order of the card. README's table and the method page are made from it. */
import { CODE_SIGNAL_IDS } from '../signal.ts';
import type { Rule } from './rule.ts';
import { PEOPLE_RULES } from './rules-people.ts';
import { WORK_RULES } from './rules-work.ts';

export type { Rule, RuleSource } from './rule.ts';

const order = [...CODE_SIGNAL_IDS, 'code-verdict'];

/** One rule per signal, in the order of CODE_SIGNAL_IDS, the verdict last. */
export const CODE_RULES: readonly Rule[] = [...PEOPLE_RULES, ...WORK_RULES].sort(
  (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
);
