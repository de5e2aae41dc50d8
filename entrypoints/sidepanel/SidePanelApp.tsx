/** The reader's lens beside a page: its projects and sectors, and on request its claims, words and figures then and now. */

import { Notice } from '../kit/Notice.tsx';
import { PageProjects } from '../kit/PageProjects.tsx';
import { usePage } from '../kit/page.tsx';
import { BeforeNow } from './BeforeNow.tsx';
import { Claims } from './Claims.tsx';
import { Concepts } from './Concepts.tsx';
import { PageWords } from './PageWords.tsx';
import { useLens } from './use-lens.ts';
import { useTab } from './use-tab.ts';

export function SidePanelApp() {
  const { i18n } = usePage();
  const beside = useTab();
  const { lens, check } = useLens(beside);
  return (
    <main class="lens">
      <h1 class="brand">
        <img src="/icon/48.png" alt="" width="20" height="20" />
        {i18n.t('lens.title')}
      </h1>
      <section>
        <h2>{i18n.t('popup.here')}</h2>
        {beside && (
          <PageProjects key={`${beside.tabId} ${beside.page}`} tabId={beside.tabId} isPrivate={beside.private} />
        )}
      </section>
      <div class="lens-ask">
        <button type="button" class="button primary" onClick={check} disabled={!beside || lens.state === 'reading'}>
          {i18n.t(lens.state === 'done' ? 'lens.again' : 'lens.check')}
        </button>
        <p class="muted">{i18n.t('lens.local')}</p>
        <p role="status">{lens.state === 'reading' ? i18n.t('lens.reading') : ''}</p>
      </div>
      {lens.state === 'failed' &&
        (lens.failure.kind === 'forbidden' ? (
          <p class="notice">{i18n.t('lens.refused')}</p>
        ) : (
          <Notice failure={lens.failure} onRetry={check} />
        ))}
      {lens.state === 'done' && beside && (
        <>
          {lens.view.reading.cut && <p class="notice">{i18n.t('lens.cut')}</p>}
          <Claims view={lens.view} />
          <Concepts view={lens.view} />
          <PageWords view={lens.view} tabId={beside.tabId} />
          <BeforeNow view={lens.view} />
        </>
      )}
    </main>
  );
}
