import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProjectCard, type ProjectCardProps } from '../../components/ProjectCard.tsx';
import { WordsContext } from '../../components/words.ts';
import type { ProjectReport, Signal } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { createI18n, type Language } from '../../lib/i18n.ts';
import { FAILURE_KINDS } from '../../lib/result.ts';
import { EVIDENCE, NOW, sampleReport, signal } from './sample-report.ts';

afterEach(cleanup);

function card(props: Partial<ProjectCardProps> = {}, language: Language = 'en') {
  const on = { onWatch: vi.fn(), onDetails: vi.fn(), onMute: vi.fn(), onSiteOff: vi.fn(), onClose: vi.fn() };
  const all: ProjectCardProps = {
    projectId: 'uniswap',
    name: 'Uniswap',
    reason: { kind: 'mention', text: 'Uniswap', evidence: [{ rule: 'coined-name', points: 3, what: 'Uniswap' }] },
    report: sampleReport(),
    failure: null,
    titleId: 'title',
    on,
    ...props,
  };
  const i18n = createI18n(language, coreCatalogues[language]);
  const view = render(
    <WordsContext.Provider value={{ i18n, now: NOW }}>
      <ProjectCard {...all} />
    </WordsContext.Provider>,
  );
  const figure = (id: string) => view.container.querySelector(`data[data-signal="${id}"]`);
  return { ...view, on, figure, text: () => view.container.textContent ?? '' };
}
/** The sample with one code signal replaced. */
function withSignal(changed: Signal): ProjectReport {
  const report = sampleReport();
  report.code.signals = [...report.code.signals.filter(({ id }) => id !== changed.id), changed];
  return report;
}

describe('ProjectCard', () => {
  it.each([
    ['active-developers', '26', '26'],
    ['drawdown', String(12 / 38), '32%'],
    ['commit-trend', '0.62', '×0.62'],
    ['absence-factor', '4', '4'],
    ['established-share', '0.54', '54%'],
    ['days-since-release', '23', '29 Oct 2026'],
    ['dated-share', '0.6', '60%'],
    ['overdue-items', '3', '3'],
    ['moved-items', '5', '5'],
    ['code-verdict', 'falling', 'falling'],
    ['roadmap-verdict', 'slipping', 'slipping'],
  ])('shows %s with its raw value', (id, value, shown) => {
    const { figure } = card();
    expect(figure(id)?.getAttribute('value')).toBe(value);
    expect(figure(id)?.textContent).toBe(shown);
  });
  it.each([
    ['too-young', 'too young'],
    ['cut-off', 'cut off by the source'],
    ['needs-token', 'needs a token'],
    ['failed', 'could not be read'],
  ] as const)('says why a value is unknown (%s), never 0', (unknown, words) => {
    const { figure } = card({ report: withSignal(signal('drawdown', null, { unknown })) });
    expect(figure('drawdown')?.getAttribute('value')).toBe('');
    expect(figure('drawdown')?.textContent).toBe(words);
  });
  it('shows a true 0 as 0', () => {
    const { figure } = card({ report: withSignal(signal('active-developers', 0)) });
    expect(figure('active-developers')?.getAttribute('value')).toBe('0');
    expect(figure('active-developers')?.textContent).toBe('0');
  });
  it.each([
    ['en', /median 28%, n = 12/],
    ['ar', /28%، ن = 12/],
    ['zh_CN', /中位数 28%，n = 12/],
  ] as const)('stands the sector’s median with its n beside the project’s own drawdown: %s', (language, words) => {
    expect(
      card({}, language)
        .text()
        .replaceAll(/[\u2066-\u2069\u200e\u200f]/g, ''),
    ).toMatch(words);
  });

  it('stands as a shell with the name before anything is known', () => {
    const { container, text } = card({ report: null });
    expect(container.querySelector('#title')?.textContent).toBe('Uniswap');
    expect(text()).toContain('Reading…');
    expect(container.querySelector('data')).toBeNull();
  });
  it.each(FAILURE_KINDS.map((kind) => [kind] as const))('has words for %s and keeps older figures', (kind) => {
    const { figure, container } = card({
      report: sampleReport({ progress: 'failed', failures: [{ kind, at: NOW, retryAt: NOW + 60_000 }] }),
    });
    const notice = container.querySelector(`[data-failure="${kind}"]`);
    expect(notice?.textContent?.length).toBeGreaterThan(10);
    expect(container.querySelector('.rm-failures')?.textContent).toContain('3 days ago');
    expect(figure('active-developers')?.textContent).toBe('26');
  });
  it('says a failure once however many repositories it hit', () => {
    const failures = Array.from({ length: 5 }, () => ({ kind: 'timeout' as const, at: NOW }));
    expect(card({ report: sampleReport({ failures }) }).container.querySelectorAll('[data-failure]')).toHaveLength(1);
  });
  it('tells what reads are left and until when', () => {
    const budget = { left: 9, limit: 60, resetAt: NOW + 3_600_000, withToken: false };
    expect(card({ report: sampleReport({ budget }) }).text()).toMatch(/9 GitHub requests left until \d\d:\d\d/);
  });
  it('opens the evidence of a row: window, source, what was read and when', () => {
    const { getByRole, container } = card();
    const row = getByRole('button', { name: /Commit trend/ });
    expect(row.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(row);
    expect(row.getAttribute('aria-expanded')).toBe('true');
    const body = container.querySelector('.rm-row-body');
    expect(body?.textContent).toContain(
      'commits of the last quarter ÷ mean of the three before · 24 Oct 2026 – 21 Nov 2026',
    );
    expect(body?.textContent).toContain('confidence high');
    expect(body?.textContent).toContain('read 1 hour ago');
    expect(body?.querySelector('a')?.getAttribute('href')).toBe(EVIDENCE[0]?.url);
  });
  it('links https addresses only', () => {
    const evidence = ['javascript:alert(1)', 'http://a.example', 'data:text/html,x', 'https://u@a.example'].map(
      (url) => ({ label: '<b>x</b>', url, readAt: NOW }),
    );
    const { getByRole, container } = card({ report: withSignal(signal('commit-trend', 1, { evidence })) });
    fireEvent.click(getByRole('button', { name: /Commit trend/ }));
    expect(container.querySelectorAll('.rm-row-body a, .rm-row-body b')).toHaveLength(0);
    expect(container.querySelector('.rm-row-body')?.textContent).toContain('<b>x</b>');
  });
  it('shows hostile names as clean, bounded text', () => {
    const name = `<img src=x>\u202Eevil${'y'.repeat(10_240)}`;
    const { container } = card({ report: sampleReport({ name, symbol: name, sectors: [name] }) });
    expect(container.querySelector('img')).toBeNull();
    const title = container.querySelector('#title')?.textContent ?? '';
    expect(title.startsWith('<img src=x>evil')).toBe(true);
    expect(title.length).toBeLessThan(130);
    expect(container.textContent).not.toContain('\u202E');
  });
  it('passes on each button', () => {
    const { getByRole, on } = card();
    fireEvent.click(getByRole('button', { name: 'Watch' }));
    fireEvent.click(getByRole('button', { name: 'Details' }));
    fireEvent.click(getByRole('button', { name: 'Never on this site' }));
    fireEvent.click(getByRole('button', { name: 'Not this project' }));
    fireEvent.click(getByRole('button', { name: 'On this site' }));
    fireEvent.click(getByRole('button', { name: 'Close' }));
    expect(on.onWatch).toHaveBeenCalledWith(true);
    expect(on.onDetails).toHaveBeenCalledOnce();
    expect(on.onSiteOff).toHaveBeenCalledOnce();
    expect(on.onMute).toHaveBeenCalledWith('site');
    expect(on.onClose).toHaveBeenCalledOnce();
  });
  it('names the places where no roadmap was found', () => {
    const report = sampleReport();
    report.roadmap = { ...report.roadmap, verdict: 'none found', places: [{ label: 'ROADMAP.md', found: false }] };
    const { text, container } = card({ report });
    expect(text()).toContain('Looked at: ROADMAP.md');
    expect(container.querySelector('.rm-track')).toBeNull();
  });
  it('sets each place apart and cuts none, so that an Arabic line keeps their order', () => {
    const report = sampleReport();
    const labels = ['a/b: ROADMAP*, docs', 'a/roadmap', 'a/b: milestones', `a/b: history of ${'x'.repeat(60)}.md`];
    const places = labels.map((label) => ({ label, found: false }));
    report.roadmap = { ...report.roadmap, verdict: 'none found', places };
    const { container } = card({ report });
    expect([...container.querySelectorAll('.rm-places bdi')].map((one) => one.textContent)).toEqual(labels);
    expect(container.querySelector('.rm-places')?.textContent).toBe(`Looked at: ${labels.join(' · ')}`);
  });
  it('claims no confidence where nothing was read', () => {
    const report = sampleReport();
    report.code = { ...report.code, asOf: null, source: 'none', confidence: 2 };
    expect(card({ report }).container.querySelector('.rm-fresh')?.textContent).not.toContain('confidence');
  });
  it('says source and age of code and roadmap apart where they differ, and once where not', () => {
    const lines = (report: ProjectReport) =>
      [...card({ report }).container.querySelectorAll('.rm-fresh > span:first-child')].map((one) => one.textContent);
    const report = sampleReport();
    expect(lines(report)).toEqual([
      'Code: 3 days ago · bundled snapshot · confidence high',
      'Roadmap: yesterday · GitHub',
    ]);
    cleanup();
    report.code.source = 'github';
    report.code.asOf = report.roadmap.asOf;
    expect(lines(report)).toEqual(['Data: yesterday · GitHub · confidence high']);
    cleanup();
    report.roadmap.source = 'snapshot';
    expect(lines(report)).toEqual([
      'Code: yesterday · GitHub · confidence high',
      'Roadmap: yesterday · bundled snapshot',
    ]);
    cleanup();
    report.roadmap.source = 'none';
    expect(lines(report)).toEqual(['Data: yesterday · GitHub · confidence high']);
  });
  it.each([
    ['en', 'bundled snapshot · 9 days ago'],
    ['ar', 'اللقطة المرفقة · قبل 9 أيام'],
    ['zh_CN', '内置快照 · 9天前'],
  ] as const)(
    'says in %s of a snapshot’s figure among live ones where it is from, and nothing of those',
    (language, expected) => {
      const report = sampleReport();
      report.code.source = 'github';
      for (const one of report.code.signals) Object.assign(one, { source: 'github', asOf: NOW });
      // Counted on from the snapshot: live as well.
      Object.assign(report.code.signals.at(-1) ?? {}, { source: 'snapshot+github' });
      const old = report.code.signals.find(({ id }) => id === 'absence-factor');
      Object.assign(old ?? {}, { source: 'snapshot', asOf: NOW - 9 * DAY_MS });
      const { container } = card({ report }, language);
      const part = container.querySelector('.rm-part') as HTMLElement;
      const rows = [...part.querySelectorAll('.rm-row')].filter(
        (row) => !row.querySelector('[data-signal="drawdown"]'),
      );
      const under = rows.map((row) => row.querySelector('.rm-row-under')?.textContent).filter(Boolean);
      expect(under).toEqual([expected]);
    },
  );
  it('tells the stages as a list: the less advanced of test and audit', () => {
    const steps = [...card().container.querySelectorAll('.rm-stage')].map((li) => li.textContent);
    expect(steps).toHaveLength(5);
    expect(steps[2]).toContain('Q3 2026');
    expect(steps[2]).toContain('under way');
    expect(steps[4]).toContain('not named');
  });
  it('says that a guess is a guess', () => {
    const identity = {
      projectId: 'uniswap',
      rule: 'aggregator-guess' as const,
      matched: 'messari.io/uniswap',
      guess: true,
    };
    expect(card({ reason: { kind: 'about', identity } }).text()).toContain('a guess by name');
  });
  it('speaks of an address on record and of nothing worse', () => {
    const { text } = card({ reason: { kind: 'look-alike', recorded: 'uniswap.org', why: 'one-edit' } });
    expect(text()).toContain('This is not the address on record: uniswap.org · One letter differs');
  });
  it('shows a sector by its baseline, without buttons for a project', () => {
    const report = sampleReport({ name: 'restaking', projectId: 'sector:restaking' });
    const { container, figure, queryByRole, text } = card({ projectId: 'sector:restaking', report });
    expect(figure('drawdown')?.getAttribute('value')).toBe('0.28');
    expect(text()).toMatch(/data up to \d+ \w+ 2026: .*below their 52-week peak.*Middle half: 10% to 50%/);
    expect(queryByRole('button', { name: 'Not this sector' })).not.toBeNull();
    // The sum of its projects, week by week.
    expect(container.querySelector('.rm-spark')).not.toBeNull();
    expect(queryByRole('button', { name: 'Watch' })).toBeNull();
  });
  it.each([['ar'], ['zh_CN']] as const)('leaves no English word of its own in %s', (language) => {
    const { text } = card({}, language);
    const foreign = text().match(/[A-Za-z]{3,}/g) ?? [];
    expect(foreign.filter((word) => !/uniswap|UNI|dex|defi|example|core|ROADMAP|GitHub/i.test(word))).toEqual([]);
  });
});

describe('Sparkline', () => {
  it('breaks the line where a week is unknown and tells peak and present', () => {
    const { container } = card();
    expect(container.querySelectorAll('.rm-spark-line')).toHaveLength(2);
    expect(container.querySelector('.rm-spark')?.getAttribute('aria-label')).toContain('highest 38, now 26');
  });
  it('says so when there is no series', () => {
    const report = sampleReport();
    delete report.code.series;
    expect(card({ report }).text()).toContain('No weekly line is known yet');
  });
});
