import { describe, expect, it } from 'vitest';
import { addressTable, declaredIdentity } from '../../lib/page/evidence.ts';

const TABLE = addressTable([
  { projectId: 'uniswap', phrase: 'Uniswap', nameClass: 'U', domains: ['uniswap.org'] },
  { projectId: 'etherscan', phrase: 'Etherscan', nameClass: 'U', domains: ['etherscan.io'] },
]);

/** A page at `url` that calls itself Uniswap in every way a page can. */
function pageAt(url: string): Document {
  const page = new DOMParser().parseFromString(
    `<head><title>Uniswap (UNI) Token Tracker</title><meta property="og:site_name" content="Uniswap">
    <script type="application/ld+json">{"@type":"Organization","name":"Uniswap","url":"https://uniswap.org/"}</script>
    </head><body><h1>Uniswap</h1></body>`,
    'text/html',
  );
  Object.defineProperty(page, 'URL', { value: url });
  Object.defineProperty(page, 'location', { value: new URL(url) });
  return page;
}

describe('declaredIdentity', () => {
  it('returns what a page declares of itself', () => {
    expect(declaredIdentity(pageAt('https://reader.example/about'), TABLE)).toMatchObject({ projectId: 'uniswap' });
  });

  // A copy of a token carries the name and the links of the real one.
  it.each([
    'https://etherscan.io/token/0x1f9840a85d5af5bf1d1762f925bdaddc4201f985',
    'https://bscscan.com/address/0x0000000000000000000000000000000000000001#code',
    'https://explorer.unknown.example/token/0x0000000000000000000000000000000000000001/holders',
  ])('returns null on an explorer page of one token: %s', (url) => {
    expect(declaredIdentity(pageAt(url), TABLE)).toBeNull();
  });

  it.each(['https://uniswap.org/blog/other-people', 'https://blog.uniswap.org/'])(
    'returns null where a page declares the site that it stands on, which its address has said: %s',
    (url) => {
      expect(declaredIdentity(pageAt(url), TABLE)).toBeNull();
    },
  );

  it('returns null where only title and site name speak', () => {
    const page = pageAt('https://reader.example/');
    page.querySelector('script')?.remove();
    expect(declaredIdentity(page, TABLE)).toBeNull();
  });
});
