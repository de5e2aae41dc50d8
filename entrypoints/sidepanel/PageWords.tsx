/** Words of price and trading beside words of building, as counts with the words themselves; framed in the page on request. */
import { useEffect, useState } from 'preact/hooks';
import { TERM_GROUPS, TERMS, type TermGroup } from '../../lib/domain/claims/terms.ts';
import { usePage } from '../kit/page.tsx';
import { frameTerms, type LensView } from './use-lens.ts';

/** Enough to see what was counted. */
const EXAMPLES = 8;

function Group({ group, view }: { group: TermGroup; view: LensView }) {
  const { i18n } = usePage();
  const { total, terms } = view.reading.terms[group];
  return (
    <div class={`words words-${group}`} data-words={group}>
      <h3>{i18n.t(`lens.words.${group}`)}</h3>
      <data class="words-total" value={String(total)}>
        {i18n.number(total)}
      </data>
      <ul>
        {terms.slice(0, EXAMPLES).map(({ term, count }) => (
          <li key={term}>
            <bdi>{term}</bdi> <span class="muted">{i18n.number(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How each language sets words of a list apart; the lists stand in their own, whatever the interface speaks. */
const BETWEEN = { en: ', ', ar: '، ', zh: '、' } as const;

function Lists() {
  const { i18n } = usePage();
  return (
    <details>
      <summary>{i18n.t('lens.words.lists')}</summary>
      {TERM_GROUPS.map((group) => (
        <section key={group}>
          <h3>{i18n.t(`lens.words.${group}`)}</h3>
          {(['en', 'ar', 'zh'] as const).map((lang) => (
            <p key={lang} lang={lang} dir="auto" class="muted">
              {TERMS[group][lang].map((word) => word.replace('$', '')).join(BETWEEN[lang])}
            </p>
          ))}
        </section>
      ))}
    </details>
  );
}

export function PageWords({ view, tabId }: { view: LensView; tabId: number }) {
  const { i18n } = usePage();
  const [on, setOn] = useState(false);
  // The frames go with the panel, and with the reading that they belong to.
  useEffect(() => () => void frameTerms(tabId, false), [tabId, view]);
  function toggle() {
    void frameTerms(tabId, !on);
    setOn(!on);
  }
  return (
    <section aria-labelledby="words">
      <h2 id="words">{i18n.t('lens.words')}</h2>
      <div class="word-groups">
        {TERM_GROUPS.map((group) => (
          <Group key={group} group={group} view={view} />
        ))}
      </div>
      <label class="check">
        <input type="checkbox" checked={on} onChange={toggle} />
        <span>{i18n.t('lens.words.show')}</span>
      </label>
      <p class="muted">{i18n.t('lens.words.note')}</p>
      <Lists />
    </section>
  );
}
