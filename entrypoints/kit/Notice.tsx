/** A failed call in words, with a way to try again. */
import { FailureNotice } from '../../components/FailureNotice.tsx';
import type { Failure } from '../../lib/result.ts';
import { usePage } from './page.tsx';

export function Notice({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  const { i18n } = usePage();
  return (
    <div class="notice">
      <FailureNotice failures={[failure]} />
      {failure.detail && <p class="muted">{failure.detail}</p>}
      <button type="button" class="button" onClick={onRetry}>
        {i18n.t('page.retry')}
      </button>
    </div>
  );
}
