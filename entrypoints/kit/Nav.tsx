/** The band on top of every page: where the reader is, and the other pages. */
import { usePage } from './page.tsx';

const PAGES = [
  ['watchlist', '/watchlist.html', 'nav.watchlist'],
  ['options', '/options.html', 'nav.options'],
  ['welcome', '/welcome.html', 'nav.welcome'],
] as const;

export function Nav({ here }: { here: (typeof PAGES)[number][0] | 'project' }) {
  const { i18n } = usePage();
  return (
    <nav class="nav" aria-label={i18n.t('nav.pages')}>
      <span class="brand">
        <img src="/icon/48.png" alt="" width="24" height="24" />
        Roadmark
      </span>
      <ul>
        {PAGES.map(([id, href, words]) => (
          <li key={id}>
            <a href={href} aria-current={id === here ? 'page' : undefined}>
              {i18n.t(words)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
