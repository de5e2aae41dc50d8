/** Serves the demo articles on this machine alone. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { LIVE_ADDRESSES } from './live-addresses.ts';

const ARTICLES = join(import.meta.dirname, 'articles');
export const DEMO_LANGUAGES = ['en', 'ar', 'zh'] as const;

function index(): string {
  const demo = [
    ['/en', 'English'],
    ['/ar', 'العربية'],
    ['/zh', '中文'],
  ].map(([href, name]) => `<li><a href="${href}">${name}</a></li>`);
  const live = LIVE_ADDRESSES.map(({ url, what }) => `<li><a href="${url}">${url}</a>: ${what}</li>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Roadmark: pages to try</title>
<link rel="stylesheet" href="/article.css"><main><h1>Pages to try</h1>
<h2>Articles written for this demo</h2><ul>${demo.join('')}</ul><h2>Live addresses</h2><ul>${live.join('')}</ul></main></html>`;
}

function answer(path: string): { type: string; body: string } | undefined {
  if (path === '/') return { type: 'text/html', body: index() };
  if (path === '/article.css') return { type: 'text/css', body: readFileSync(join(ARTICLES, 'article.css'), 'utf8') };
  const lang = DEMO_LANGUAGES.find((one) => path === `/${one}`);
  return lang && { type: 'text/html', body: readFileSync(join(ARTICLES, `${lang}.html`), 'utf8') };
}

/** Starts the server; `origin` ends without a slash. */
export async function startDemo(): Promise<{ origin: string; close(): void }> {
  const server = createServer((req, res) => {
    const found = answer((req.url ?? '/').split('?')[0] as string);
    if (!found) res.writeHead(404).end();
    else res.writeHead(200, { 'content-type': `${found.type}; charset=utf-8` }).end(found.body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
