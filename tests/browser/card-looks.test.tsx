/** The card in every state, theme, direction and width, in a real browser: pictures to look at, and what a person would see is wrong. */
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { ProjectCard, type ProjectCardProps } from '../../components/ProjectCard.tsx';
import { WordsContext } from '../../components/words.ts';
import { CODE_VERDICTS, type ProjectReport, ROADMAP_VERDICTS } from '../../lib/domain/signal.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { createI18n, type Language } from '../../lib/i18n.ts';
import { FAILURE_KINDS, type FailureKind } from '../../lib/result.ts';
import { NOW, sampleReport } from '../components/sample-report.ts';
import { cutOff, sticksOut, tooSmall } from './measure.ts';
import { pseudo } from './pseudo.ts';
import '../../components/tokens.css';
import '../../components/components.css';

/** Width of the card in CSS px: 21.5 rem, and what a window of 320 px leaves. */
const WIDE = 344;
const NARROW = 304;

const nothing = () => undefined;
const on = { onWatch: nothing, onDetails: nothing, onMute: nothing, onSiteOff: nothing, onClose: nothing };
const LONG = 'The Most Extraordinarily Long-Named Interoperability Foundation of Bandwidth';

function props(more: Partial<ProjectCardProps> = {}): ProjectCardProps {
  return {
    projectId: 'uniswap',
    name: 'Uniswap',
    reason: {
      kind: 'mention',
      text: 'Uniswap',
      evidence: [
        { rule: 'link', points: 4, what: 'governance.uniswap.example' },
        { rule: 'context', points: 3, what: 'liquidity · mainnet · 代币' },
        { rule: 'neighbours', points: 2, what: 'Aave · Lido' },
        { rule: 'crypto-page', points: 2, what: '4 + 9' },
        { rule: 'sentence-start', points: -2 },
      ],
      score: 9,
      needs: 4,
    },
    report: sampleReport(),
    failure: null,
    titleId: 'title',
    on,
    ...more,
  };
}
/** The sample with verdicts in turn, so that every one of both kinds is on the picture. */
function verdictReport(n: number): ProjectReport {
  const report = sampleReport();
  report.code.verdict = CODE_VERDICTS[n % CODE_VERDICTS.length] ?? 'steady';
  report.roadmap.verdict = ROADMAP_VERDICTS[n % ROADMAP_VERDICTS.length] ?? 'mixed';
  return report;
}
const failed = (kind: FailureKind): ProjectReport =>
  sampleReport({
    failures: [{ kind, at: NOW, ...(kind === 'rate-limited' ? { retryAt: NOW + 1_800_000 } : {}) }],
    progress: 'failed',
  });
function unknowns(): ProjectReport {
  const report = sampleReport();
  report.code.signals = [];
  delete report.code.series;
  report.code.asOf = null;
  return report;
}

/** Name of a picture → the cards on it. */
const SETS: Record<string, ProjectCardProps[]> = {
  verdicts: Array.from({ length: CODE_VERDICTS.length }, (_, n) => props({ report: verdictReport(n) })),
  failures: FAILURE_KINDS.map((kind) => props({ report: failed(kind) })),
  states: [
    props({ report: null }),
    props({ report: null, failure: { kind: 'offline', at: NOW } }),
    props({ report: unknowns() }),
    props({
      report: sampleReport({
        progress: 'loading',
        budget: { left: 0, limit: 60, resetAt: NOW + 6e5, withToken: false },
      }),
    }),
    props({
      report: sampleReport({ name: LONG, watched: true }),
      reason: { kind: 'look-alike', recorded: 'app.uniswap.org', why: 'one-edit' },
    }),
    props({
      report: sampleReport(),
      reason: {
        kind: 'about',
        identity: { projectId: 'uniswap', rule: 'own-domain', matched: 'uniswap.org', guess: false },
      },
    }),
    props({ projectId: 'sector:dex', name: 'DEX', report: sampleReport({ projectId: 'sector:dex' }) }),
  ],
};
const LOOKS = [
  { look: 'light', language: 'en', theme: 'light', width: WIDE },
  { look: 'dark', language: 'en', theme: 'dark', width: WIDE },
  { look: 'arabic', language: 'ar', theme: 'light', width: WIDE },
  { look: 'chinese-dark', language: 'zh_CN', theme: 'dark', width: NARROW },
  { look: 'long-words', language: 'en', theme: 'light', width: NARROW },
  { look: 'forced-colours', language: 'en', theme: 'light', width: WIDE },
] as const;

let host: HTMLElement;
beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(async () => {
  render(null, host);
  host.remove();
  await media([]);
});
const media = (features: { name: string; value: string }[]) =>
  (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send('Emulation.setEmulatedMedia', {
    features,
  });

async function show(cards: ProjectCardProps[], look: (typeof LOOKS)[number]) {
  const { language, theme, width } = look;
  const words = coreCatalogues[language as Language];
  const i18n = createI18n(language, look.look === 'long-words' ? pseudo(words) : words);
  if (look.look === 'forced-colours') await media([{ name: 'forced-colors', value: 'active' }]);
  document.documentElement.dataset.theme = theme;
  document.documentElement.dir = i18n.dir;
  document.documentElement.lang = i18n.tag;
  host.style.cssText = `display:flex;flex-wrap:wrap;gap:16px;padding:16px;align-items:start;background:${theme === 'dark' ? '#000' : '#ddd'}`;
  render(
    <WordsContext.Provider value={{ i18n, now: NOW }}>
      {cards.map((card, n) => (
        <div key={String(n)} role="dialog" aria-labelledby={`title-${n}`} class="frame" style={{ width: `${width}px` }}>
          <ProjectCard {...card} titleId={`title-${n}`} />
        </div>
      ))}
    </WordsContext.Provider>,
    host,
  );
}

describe.each(Object.keys(SETS))('the card, %s', (set) => {
  it.each(LOOKS)('has nothing cut off, nothing outside, no small target, no fault for axe: $look', async (look) => {
    await page.viewport(1500, SETS[set]?.length === FAILURE_KINDS.length ? 4200 : 3400);
    await show(SETS[set] ?? [], look);
    // Rows open, since what is in them must fit as well.
    for (const row of host.querySelectorAll<HTMLButtonElement>('.frame:first-child .rm-row-head')) row.click();
    for (const button of host.querySelectorAll<HTMLButtonElement>(
      '.frame:nth-child(2) [aria-expanded=false].rm-quiet-button',
    ))
      button.click();
    await expect.poll(() => host.querySelectorAll('.rm-actions').length).toBe(SETS[set]?.length);
    const frames = [...host.querySelectorAll('.frame')];
    await page.screenshot({ element: host, path: `../../screenshots/card/${set}-${look.look}.png` });
    expect(frames.flatMap(cutOff)).toEqual([]);
    expect(frames.flatMap(sticksOut)).toEqual([]);
    expect(frames.flatMap(tooSmall)).toEqual([]);
    const { violations } = await axe.run(set === 'states' ? host : (frames[0] as Element), {
      // Many cards on one page: their parts have the same names, and there is no page around them.
      rules: { region: { enabled: false }, 'landmark-unique': { enabled: false } },
    });
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`)).toEqual([]);
  });
});
