/** A figure as `<data data-signal value>`: the raw value is readable, unknown is an empty value with words. */
import type { Signal } from '../lib/domain/signal.ts';
import { Raw } from './Raw.tsx';
import { signalText } from './signal-words.ts';
import { useWords } from './words.ts';

export function Figure({
  signal,
  class: className,
}: {
  signal: Pick<Signal, 'id' | 'value' | 'unknown'>;
  class?: string;
}) {
  const { i18n } = useWords();
  return (
    <Raw
      class={`rm-figure${signal.value === null ? ' rm-unknown' : ''} ${className ?? ''}`.trimEnd()}
      id={signal.id}
      value={signal.value}
    >
      {signalText(i18n, signal)}
    </Raw>
  );
}
