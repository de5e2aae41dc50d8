/** What went wrong, in the reader's words: never hides the figures that are still known. */
import type { Failure } from '../lib/result.ts';
import { useWords } from './words.ts';

interface Props {
  failures: Failure[];
  /** Age of the figures that stay, Unix ms; null where there are none; undefined says nothing about it. */
  keptAsOf?: number | null;
}

export function FailureNotice({ failures, keptAsOf }: Props) {
  const { i18n, now } = useWords();
  // The same failure of ten repositories is one thing to the reader.
  const kinds = [...new Map(failures.map((failure) => [failure.kind, failure])).values()];
  if (kinds.length === 0) return null;
  return (
    <div class="rm-failures" role="status">
      {kinds.map((failure) => (
        <p key={failure.kind} data-failure={failure.kind}>
          {i18n.maybe(`failure.${failure.kind}`) ?? i18n.t('failure.bug')}
          {failure.retryAt && failure.retryAt > now
            ? ` ${i18n.t('failure.retry', { time: i18n.time(failure.retryAt) })}`
            : null}
        </p>
      ))}
      {keptAsOf === undefined ? null : (
        <p class="rm-muted">
          {keptAsOf === null
            ? i18n.t('failure.nothing-kept')
            : i18n.t('failure.kept', { age: i18n.ago(keptAsOf, now) })}
        </p>
      )}
    </div>
  );
}
