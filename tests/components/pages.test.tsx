import { render } from '@testing-library/preact';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { Markdown } from '../../entrypoints/kit/Markdown.tsx';
import { diagnostics } from '../../entrypoints/options/LogSection.tsx';
import { reportMarkdown } from '../../entrypoints/project/CopyMarkdown.tsx';
import { tenureOf } from '../../entrypoints/project/People.tsx';
import { releaseDaysOf } from '../../entrypoints/project/Releases.tsx';
import { readTags } from '../../entrypoints/watchlist/EditPanel.tsx';
import { MAX_TAGS, WatchEntrySchema } from '../../lib/domain/keep/reader-data.ts';
import type { ProjectReport, Signal } from '../../lib/domain/signal.ts';
import { catalogues } from '../../lib/i18n/pages/index.ts';
import { createI18n } from '../../lib/i18n.ts';

// The polyfill refuses to load outside an extension; nothing here calls it.
vi.mock('webextension-polyfill', () => ({ default: {} }));

const signal = (over: Partial<Signal>): Signal => ({
  id: 'active-developers',
  value: 12,
  source: 'github',
  asOf: Date.UTC(2026, 0, 4),
  confidence: 3,
  evidence: [],
  ...over,
});
const report = (over: Partial<ProjectReport> = {}): ProjectReport => ({
  projectId: 'lido',
  name: 'Lido',
  sectors: [],
  progress: 'known',
  failures: [],
  budget: null,
  watched: false,
  baselines: [],
  code: {
    verdict: 'steady',
    confidence: 3,
    signals: [signal({})],
    repos: [],
    listed: null,
    source: 'github',
    asOf: null,
  },
  roadmap: {
    verdict: 'none found',
    signals: [],
    items: [],
    stages: [],
    moves: [],
    places: [],
    dated: null,
    total: null,
    nextPromised: null,
    source: 'none',
    asOf: null,
  },
  ...over,
});

describe('Markdown', () => {
  it('draws headings, lists, emphasis and https links', () => {
    const { container } = render(<Markdown text={'# Title\n\n- [x] done **bold**\n\n[site](https://example.org)'} />);
    expect(container.querySelector('h3')?.textContent).toBe('Title');
    expect(container.querySelector('li')?.textContent).toContain('☑ done bold');
    expect(container.querySelector('a')?.getAttribute('href')).toBe('https://example.org');
  });
  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '![x](https://evil.example/pixel.png)',
    '<a href="https://evil.example">x</a>',
    '[x](http://plain.example)',
  ])('makes no element that loads or runs from %s', (text) => {
    const { container } = render(<Markdown text={text} />);
    expect(container.querySelectorAll('img, script, a, iframe')).toHaveLength(0);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => void render(<Markdown text={text} />).unmount()),
      { numRuns: 60 },
    );
  });
});

describe('readTags', () => {
  it('returns tags that the reader data accepts, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tags = readTags(text);
        const entry = { projectId: 'a', addedAt: 0, updatedAt: 0, tags, notes: '', archived: false, notify: true };
        expect(v.safeParse(WatchEntrySchema, entry).success).toBe(true);
        expect(tags.length).toBeLessThanOrEqual(MAX_TAGS);
      }),
    );
  });
  it('reads Latin, Arabic and Chinese commas', () => {
    expect(readTags('core, مهم، 关注，core')).toEqual(['core', 'مهم', '关注']);
  });
});

describe('reportMarkdown', () => {
  const i18n = createI18n('en', catalogues.en);
  it('names each known figure with its date and sources, and leaves unknown ones out', () => {
    const known = signal({ evidence: [{ label: 'stats', url: 'https://api.github.com/repos/a/b', readAt: 0 }] });
    const unknown = signal({ id: 'drawdown', value: null, unknown: 'too-few' });
    const text = reportMarkdown(i18n, report({ code: { ...report().code, signals: [known, unknown] } }));
    expect(text).toContain('- Active developers (28 days): 12 (4 Jan 2026) [1](https://api.github.com/repos/a/b)');
    expect(text).not.toContain('Below the 52-week peak');
  });
  it('escapes names that would be markup', () => {
    expect(reportMarkdown(i18n, report({ name: '[x](javascript:1) <b>' }))).toContain(
      '## \\[x\\](javascript:1) \\<b\\>',
    );
  });
});

describe('diagnostics', () => {
  it('counts and names failures without addresses of projects', () => {
    const row = {
      id: 1,
      at: 0,
      host: 'api.github.com',
      path: '/repos/secret/thing',
      purpose: 'releases',
      projectId: 'lido',
      status: 404,
      failure: 'not-found',
      ms: 5,
    };
    const text = diagnostics([row, { ...row, id: 2, failure: null }], '1.0', 'agent');
    expect(text).toContain('not-found: 1');
    expect(text).not.toMatch(/secret|lido/);
  });
});

describe('tenureOf', () => {
  const shares = (long: Partial<Signal>, fresh: Partial<Signal>) =>
    report({
      code: {
        ...report().code,
        signals: [
          signal({ id: 'established-share', value: 0.5, inputs: { active: 12, part: 6 }, ...long }),
          signal({ id: 'newcomer-share', value: 0.25, inputs: { active: 12, part: 3 }, ...fresh }),
        ],
      },
    }).code;
  it('returns people by how long they have been here, all of the active ones', () => {
    expect(tenureOf(shares({}, {}))).toEqual({
      active: 12,
      parts: [
        { key: 'long', people: 6 },
        { key: 'middle', people: 3 },
        { key: 'new', people: 3 },
      ],
    });
  });
  it.each<[string, Partial<Signal>, Partial<Signal>]>([
    ['one share is unknown', {}, { value: null, unknown: 'cut-off' }],
    ['the shares speak of different people', {}, { inputs: { active: 9, part: 3 } }],
    ['the inputs are not known', { inputs: {} }, {}],
  ])('returns null when %s', (_, long, fresh) => {
    expect(tenureOf(shares(long, fresh))).toBeNull();
  });
});

describe('releaseDaysOf', () => {
  it('returns the days of releases, newest first, and none where none is known', () => {
    const released = signal({
      id: 'days-since-release',
      value: 3,
      inputs: { days: '2026-01-04 2025-11-02', late: 'no' },
    });
    expect(releaseDaysOf({ ...report().code, signals: [released] })).toEqual(['2026-01-04', '2025-11-02']);
    expect(releaseDaysOf(report().code)).toEqual([]);
  });
});
