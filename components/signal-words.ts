/** How a signal's raw value is shown: each id has one form, the same in card and pages. */
import { cleanText } from '../lib/domain/clean-text.ts';
import type { Signal, SignalId } from '../lib/domain/signal.ts';
import type { CoreMessages } from '../lib/i18n/en.ts';
import type { I18n } from '../lib/i18n.ts';
import { verdictWord } from './verdict-words.ts';

type Form = 'count' | 'percent' | 'times' | 'days' | 'ago' | 'ten' | 'text' | 'code' | 'roadmap';

const FORMS: Partial<Record<SignalId, Form>> = {
  'active-developers': 'count',
  'peak-developers': 'count',
  regulars: 'count',
  'one-day': 'count',
  'developers-joined': 'count',
  'developers-left': 'count',
  'absence-factor': 'count',
  'overdue-items': 'count',
  'moved-items': 'count',
  'removed-items': 'count',
  'commit-trend': 'times',
  'days-since-release': 'ago',
  'days-since-commit': 'ago',
  'release-gap': 'days',
  'first-response-days': 'days',
  'median-days-overdue': 'days',
  'median-days-moved': 'days',
  maintained: 'ten',
  state: 'text',
  integrity: 'text',
  'code-verdict': 'code',
  'roadmap-verdict': 'roadmap',
};

/** Shown text of a value; fractions as whole percentages, unknown as its reason in words. */
export function signalText(i18n: I18n<CoreMessages>, signal: Pick<Signal, 'id' | 'value' | 'unknown'>): string {
  const { value } = signal;
  if (value === null) return i18n.maybe(`unknown.${signal.unknown}`) ?? i18n.t('unknown.plain');
  const form = FORMS[signal.id] ?? 'percent';
  if (typeof value === 'string') {
    return form === 'code' || form === 'roadmap'
      ? verdictWord(i18n, form, value)
      : (i18n.maybe(`state.${value}`) ?? cleanText(value));
  }
  switch (form) {
    case 'percent':
      return i18n.percent(value);
    case 'times':
      return i18n.t('value.times', { x: i18n.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }) });
    case 'days':
      return i18n.t('value.days', { n: Math.round(value) });
    case 'ago':
      return value < 1 ? i18n.t('value.today') : i18n.t('value.days-ago', { n: Math.floor(value) });
    case 'ten':
      return i18n.t('value.out-of-ten', { x: value });
    default:
      return i18n.number(value);
  }
}

/** The signal of a report by id, or one that says that it was not read. */
export function findSignal(signals: Signal[], id: SignalId): Signal {
  return (
    signals.find((signal) => signal.id === id) ?? {
      id,
      value: null,
      unknown: 'not-read',
      source: 'none',
      asOf: null,
      confidence: 0,
      evidence: [],
    }
  );
}
