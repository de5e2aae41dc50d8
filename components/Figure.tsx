/** A figure as `<data data-signal value>`: the raw value is readable, unknown is an empty value with words. */
import type { Signal } from '../lib/domain/signal.ts';
import { DAY_MS } from '../lib/domain/time.ts';
import type { I18n } from '../lib/i18n.ts';
import { Raw } from './Raw.tsx';
import { signalText } from './signal-words.ts';
import { useWords } from './words.ts';

/** Up to this age of the data "n days ago" is true enough; beyond it the day itself is told. */
const SAME_DAYS = 2;
const SINCE: readonly string[] = ['days-since-commit', 'days-since-release'];

/** "24 Apr 2026" for days counted to an older day than today: "61 days ago" would be counted from now by every reader. */
function sinceWords(
  i18n: Pick<I18n, 'date'>,
  { id, value, asOf, source }: Partial<Signal>,
  now: number,
): string | undefined {
  // The snapshot counts to its own day; live figures count to now.
  if (source !== 'snapshot' || typeof value !== 'number' || !asOf || !id || !SINCE.includes(id)) return undefined;
  if (now - asOf <= SAME_DAYS * DAY_MS) return undefined;
  return i18n.date(asOf - value * DAY_MS);
}

export function Figure({
  signal,
  class: className,
}: {
  signal: Pick<Signal, 'id' | 'value' | 'unknown'> & Partial<Pick<Signal, 'asOf' | 'source'>>;
  class?: string;
}) {
  const { i18n, now } = useWords();
  return (
    <Raw
      class={`rm-figure${signal.value === null ? ' rm-unknown' : ''} ${className ?? ''}`.trimEnd()}
      id={signal.id}
      value={signal.value}
    >
      {sinceWords(i18n, signal, now) ?? signalText(i18n, signal)}
    </Raw>
  );
}
