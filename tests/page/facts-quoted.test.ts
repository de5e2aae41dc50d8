/** Each fact of detection on a page that has it, and what is quoted of that page as "why this badge". */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contextReader } from '../../lib/domain/detect/context-reader.ts';
import { contextTable } from '../../lib/domain/detect/context-words.ts';
import { quotedWords } from '../../lib/domain/detect/sentence.ts';
import type { MatchRule, NameEntry } from '../../lib/domain/detect/types.ts';
import { ELEMENTS } from '../../lib/page/excluded.ts';
import { observe } from '../../lib/page/observe.ts';
import { inSlices } from '../../lib/page/slices.ts';
import type { Mention, PageIdentity } from '../../lib/page/types.ts';
import { watchPage } from '../../lib/page/watch-page.ts';

const TOOLS = { words: contextReader(contextTable()), elements: ELEMENTS, observe, inSlices };
const NAMES: NameEntry[] = [
  { projectId: 'uniswap', phrase: 'Uniswap', nameClass: 'U' },
  { projectId: 'aave', phrase: 'Aave', nameClass: 'U' },
  { projectId: 'lido', phrase: 'Lido', nameClass: 'U' },
  {
    projectId: 'near',
    phrase: 'Near',
    nameClass: 'X',
    symbol: 'NEAR',
    domains: ['near.org', 'x.com/nearprotocol'],
    ownQualifiers: ['foundation'],
    antiNext: 'term',
    antiPrev: 'the',
  },
  { projectId: 'sector:restaking', phrase: 'restaking', nameClass: 'U' },
];
/** Enough to be a page about crypto: three coined names and words of crypto alone. */
const CRYPTO = '<p>Uniswap, Aave, Lido: validators restake tokens on mainnet of a blockchain, a testnet too.</p>';
const IDENTITY: PageIdentity = { projectId: 'near', rule: 'own-domain', matched: 'near.org', guess: false };

/** [fact, project, what is quoted (a part of it), page] */
const FACTS: [MatchRule, string, string, string][] = [
  ['coined-name', 'uniswap', 'Uniswap', '<p>Uniswap is open.</p>'],
  ['sector', 'sector:restaking', 'restaking', '<p>More restaking on mainnet.</p>'],
  ['name-with-symbol', 'near', 'NEAR', '<p>It moved to Near (NEAR) last year.</p>'],
  ['cashtag', 'near', '$NEAR', '<p>Holders of $NEAR say that Near is live on mainnet.</p>'],
  ['own-qualifier', 'near', 'Near Foundation', '<p>Work of the Near Foundation on mainnet.</p>'],
  ['native-qualifier', 'near', '链', '<p>开发者在 Near链 上部署代币。</p>'],
  ['native-qualifier', 'near', 'شبكه', '<p>أطلق المطورون التطبيق على شبكة Near قبل عام واحد.</p>'],
  ['apposition', 'near', 'platform', '<p>They use the lending platform Near for this.</p>'],
  ['definition', 'near', 'is a layer 1 blockchain', '<p>Here Near is a layer 1 blockchain for games.</p>'],
  [
    'definition',
    'lido',
    'the liquid staking protocol, is…',
    '<p>Here Lido, the liquid staking protocol, is older than both chains of ether.</p>',
  ],
  ['qualifier', 'near', 'protocol', '<p>Validators of Near protocol restake on mainnet.</p>'],
  ['subject', 'near', 'launched', '<p>On mainnet Near launched tokens for validators.</p>'],
  ['preposition', 'near', 'on', '<p>Validators restake tokens on Near mainnet.</p>'],
  ['context', 'near', 'Validators · restake · tokens', '<p>Validators restake tokens on Near mainnet.</p>'],
  ['context', 'near', '代币', '<p>开发者在 Near 链 上部署代币。</p>'],
  ['neighbours', 'near', 'Aave · Lido', '<p>Aave had more than Lido when tokens on Near moved.</p>'],
  ['neighbours-listed', 'near', 'Aave', '<p>Fees on Aave and Near fell.</p>'],
  ['symbol', 'near', 'NEAR', '<p>Validators restake NEAR on Near mainnet.</p>'],
  ['link', 'near', 'docs.near.org', '<p>They use Near for this.</p><a href="https://docs.near.org/x">docs</a>'],
  ['proven-name', 'near', 'Near (NEAR)', '<p>They use Near for this.</p><p>It moved to Near (NEAR) too.</p>'],
  ['proven-name', 'near', 'Near Foundation', '<p>They use Near here.</p><p>Of the Near Foundation.</p>'],
  ['handle-link', 'near', '@nearprotocol', '<p>They use Near for this.</p><p>By @NEARProtocol.</p>'],
  ['elsewhere-cashtag', 'near', '$NEAR', '<p>Validators use Near for this.</p><p>Sold $NEAR today.</p>'],
  ['elsewhere-symbol', 'near', 'NEAR', '<p>Validators restake tokens on Near.</p><p>Sold NEAR today.</p>'],
  ['pictured', 'near', 'Near logo', '<p>They use Near for this.</p><img alt="Near logo">'],
  ['in-column', 'near', 'Near', '<table><tr><td>Near</td></tr><tr><td>Aave</td></tr><tr><td>Lido</td></tr></table>'],
  ['in-list', 'near', '1. Near', '<ul><li>1. Near</li><li>2. Aave</li><li>3. Lido</li></ul>'],
  ['in-headlines', 'near', '1. Near', '<h2>1. Near</h2><h2>2. Aave</h2><h2>3. Lido</h2>'],
  ['crypto-page', 'near', '3 + ', '<p>Validators restake tokens on Near mainnet.</p>'],
  [
    'anti-next',
    'near',
    'term',
    '<p>Tokens of Near term, of Aave, of Lido on mainnet.</p><a href="https://near.org">x</a>',
  ],
  ['anti-prev', 'near', 'the', '<p>See of the Near here.</p><a href="https://near.org">x</a>'],
];

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
  end.abort();
  document.body.innerHTML = '';
});

async function mentionsOf(html: string, identity: PageIdentity | null = null): Promise<Mention[]> {
  document.body.innerHTML = html;
  let found: Mention[] = [];
  const answer = { show: true, identity, lookAlike: null, names: NAMES, muted: [], maxBadges: 25 };
  watchPage({
    tools: TOOLS,
    answer,
    signal: end.signal,
    density: 'all',
    onFindings: ({ mentions }) => {
      found = mentions;
    },
  });
  await vi.advanceTimersByTimeAsync(1000);
  return found;
}
const quotes = (mentions: Mention[], projectId: string, rule: MatchRule) =>
  mentions
    .filter((mention) => mention.projectId === projectId)
    .flatMap(({ evidence }) => evidence.filter((fact) => fact.rule === rule))
    .map(({ what = '' }) => (rule === 'context' ? quotedWords(what, TOOLS.words) : what));

describe('watchPage', () => {
  it.each(FACTS)('quotes the page for %s of %s: %s', async (rule, projectId, what, html) => {
    const told = quotes(await mentionsOf(html + CRYPTO), projectId, rule);
    expect(told.join('\n')).toContain(what);
  });
  it('quotes the address for the page’s own project', async () => {
    const told = quotes(await mentionsOf(`<p>They use Near for this.</p>${CRYPTO}`, IDENTITY), 'near', 'page-identity');
    expect(told).toEqual(['near.org']);
  });
  it('tells the points of an everyday word and how many were needed, and none for a coined name', async () => {
    const [coined, near] = ['uniswap', 'near'].map(async (id) =>
      (await mentionsOf(`<p>It moved to Near (NEAR).</p>${CRYPTO}`)).find((one) => one.projectId === id),
    );
    expect((await coined)?.needs).toBe(0);
    const { score = 0, needs = 0, evidence = [] } = (await near) ?? {};
    expect(needs).toBe(4);
    expect(evidence.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    expect(score).toBeGreaterThanOrEqual(needs);
  });
});
