/** The pages of the emulated web. The articles are the demo's own; the rest is written here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITES } from '../../../lib/domain/sites.ts';
import type { World } from './world.ts';

const ARTICLES = join(import.meta.dirname, '..', '..', '..', 'lib', 'tools', 'start', 'articles');
const article = (lang: string) =>
  readFileSync(join(ARTICLES, `${lang}.html`), 'utf8').replace(/<link rel="stylesheet"[^>]*>/, '');
const hostOf = (lang: string) =>
  SITES.find((site) => site.lang === lang && site.matches[0]?.endsWith(`${site.host}/*`))?.host;

/** Addresses of the pages, without https://. */
export const PAGES = {
  en: 'www.coindesk.com/article',
  ar: `${hostOf('ar')}/article`,
  zh: `${hostOf('zh')}/article`,
  lido: 'www.coindesk.com/lido',
  plain: 'www.coindesk.com/cooking',
  about: 'www.coingecko.com/en/coins/lido-dao',
  strict: 'www.coindesk.com/strict',
  trusted: 'www.coindesk.com/trusted',
  hostile: 'www.coindesk.com/hostile',
  fake: 'www.coindesk.com/fake',
  large: 'www.coindesk.com/large',
  own: 'www.coindesk.com/own',
};
export const https = (address: string) => `https://${address}`;

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`;

const LIDO = `<main style="max-width:40rem;margin:4rem auto;font:18px/1.6 serif"><h1>Liquid staking</h1>
<p>Lido is a liquid staking protocol on Ethereum whose contracts are public. Symbiotic, a restaking protocol, builds beside it, and the BNB Chain client is older than both.</p></main>`;

/** Puts all of them into the world. */
export function addPages(world: World): void {
  for (const lang of ['en', 'ar', 'zh'] as const) world.page(PAGES[lang], article(lang));
  world.page(PAGES.lido, page(LIDO));
  world.page(
    PAGES.plain,
    page('<h1>Onion soup</h1><p>Cut the onions, put the base of the soup near the fire and let it flow.</p>'),
  );
  world.page(
    PAGES.own,
    page(
      '<h1>A small chain</h1><p>Zorblatta runs a blockchain testnet for its token; validators of Zorblatta stake tokens.</p>',
    ),
  );
  world.page(PAGES.about, page('<h1>Lido DAO</h1><p>Lido DAO (LDO) is the governance token of Lido.</p>'));
  world.page(PAGES.strict, page(LIDO), {
    'content-security-policy':
      "default-src 'none'; script-src 'none'; style-src 'none'; img-src 'none'; connect-src 'none'",
  });
  world.page(PAGES.trusted, page(LIDO), {
    'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
  });
  world.page(PAGES.fake, page(`<roadmark-overlay id="fake"><p>not ours</p></roadmark-overlay>${LIDO}`));
  world.page(
    PAGES.hostile,
    page(
      LIDO,
      `<style>roadmark-overlay, html > * { }
       roadmark-overlay { display: none !important; opacity: 0 !important; position: static !important; width: 5000px !important }
       button, [role=dialog] { display: none !important }</style>
       <script>
         // Takes foreign elements away as fast as it can, for two seconds, and floods the document with changes.
         const until = Date.now() + 2000;
         const flood = setInterval(() => {
           document.querySelectorAll('roadmark-overlay').forEach((one) => { one.remove(); window.taken = (window.taken ?? 0) + 1; });
           for (let i = 0; i < 200; i++) { const p = document.createElement('i'); document.body.append(p); p.remove(); }
           if (Date.now() > until) { clearInterval(flood); window.floodEnded = true; }
         }, 20);
       </script>`,
    ),
  );
  const filler = Array.from({ length: 50_000 }, (_, i) => `<p>row ${i} of the list</p>`).join('');
  world.page(PAGES.large, page(`${LIDO}<div>${filler}</div>`));
}
