import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readRoadmapPage, watchRoadmapPage } from '../../lib/page/read-roadmap-page.ts';
import { lookOutForRoadmap } from '../../lib/page/roadmap-lookout.ts';

const at = (address: string) => {
  (globalThis as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);
};
function show(html: string, address = 'https://alpha.example/roadmap', title = 'Alpha'): void {
  at(address);
  document.title = title;
  document.body.innerHTML = html;
}
const read = (html: string, address?: string) => {
  show(html, address);
  // The wording stands as the page has it, its own "(in progress)" included.
  const bare = (title: string) => title.replace(/ (?:\(|–).*$/, '');
  return (readRoadmapPage(document) ?? []).map((i) => [bare(i.title), i.status, i.date.end]);
};
/** Longer than a page of changes may keep its reader waiting, by a clock that goes only here. */
const settle = () => vi.advanceTimersByTimeAsync(5000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = '';
});

/** The same three promises, however the page is built. */
const THREE = [
  ['Public test network', 'done', '2025-03-31'],
  ['Security audit', 'in_progress', '2025-06-30'],
  ['Main network', 'planned', '2025-12-31'],
];
const PAGES: [string, string][] = [
  [
    'headings and lists',
    `<h1>Roadmap</h1><h2>Q1 2025</h2><ul><li>Public test network ✅</li></ul>
     <h2>Q2 2025</h2><ul><li>Security audit (in progress)</li></ul><h2>Q4 2025</h2><ul><li>Main network</li></ul>`,
  ],
  [
    'a table',
    `<h1>Roadmap</h1><table><thead><tr><th>Milestone</th><th>When</th><th>Status</th></tr></thead><tbody>
     <tr><td>Public test network</td><td>Q1 2025</td><td><img src="x" alt="completed"></td></tr>
     <tr><td>Security audit</td><td>Q2 2025</td><td>In progress</td></tr>
     <tr><td>Main network</td><td>Q4 2025</td><td>Planned</td></tr></tbody></table>`,
  ],
  [
    'a table of roles',
    `<h1>Roadmap</h1><div role="table">
     <div role="row"><span role="columnheader">Milestone</span><span role="columnheader">Date</span><span role="columnheader">Status</span></div>
     <div role="row"><span role="cell">Public test network</span><span role="cell">Q1 2025</span><span role="cell">Done</span></div>
     <div role="row"><span role="cell">Security audit</span><span role="cell">Q2 2025</span><span role="cell">In progress</span></div>
     <div role="row"><span role="cell">Main network</span><span role="cell">Q4 2025</span><span role="cell">Planned</span></div></div>`,
  ],
  [
    'a timeline with the date before each heading',
    `<h1>Roadmap</h1><div class="line">
     <div class="card"><span class="when">Q1 2025</span><h3>Public test network</h3><span class="badge">Completed</span><p>Open to all.</p></div>
     <div class="card"><span class="when">Q2 2025</span><h3>Security audit</h3><span class="badge">In progress</span></div>
     <div class="card"><span class="when">Q4 2025</span><h3>Main network</h3><span class="badge">Upcoming</span></div></div>`,
  ],
  [
    'a timeline with the date after each heading',
    `<h1>Roadmap</h1><ol>
     <li><div><h4>Public test network</h4><time datetime="2025-03-31">Q1 2025</time><em>Done</em></div></li>
     <li><div><h4>Security audit</h4><time datetime="2025-06-30">Q2 2025</time><em>In progress</em></div></li>
     <li><div><h4>Main network</h4><time datetime="2025-12-31">Q4 2025</time></div></li></ol>`,
  ],
  [
    'boxes without a heading',
    `<h1>Roadmap</h1><section>
     <div class="box"><div class="a"><span>Q1 2025</span><span>Done</span></div><div class="b">Public test network</div><div class="c">For everybody who wants to try.</div></div>
     <div class="box"><div class="a"><span>Q2 2025</span><span>Ongoing</span></div><div class="b">Security audit</div><div class="c">By two firms.</div></div>
     <div class="box"><div class="a"><span>Q4 2025</span></div><div class="b">Main network</div><div class="c">With the token.</div></div></section>`,
  ],
  [
    'closed details',
    `<h1>Roadmap</h1><details><summary>Q1 2025</summary><ul><li>[x] Public test network</li></ul></details>
     <details><summary>Q2 2025</summary><ul><li>Security audit (in progress)</li></ul></details>
     <details><summary>Q4 2025</summary><ul><li>Main network</li></ul></details>`,
  ],
  [
    'an accordion with hidden panels',
    `<h1>Roadmap</h1>
     <button aria-expanded="false">Q1 2025</button><div hidden aria-hidden="true"><ul><li>✅ Public test network</li></ul></div>
     <div role="button" aria-expanded="false">Q2 2025</div><div style="display:none"><ul><li>🚧 Security audit</li></ul></div>
     <button aria-expanded="true">Q4 2025</button><div><ul><li>Main network</li></ul></div>`,
  ],
  [
    'a list of definitions',
    `<h1>Roadmap</h1><dl><dt>Q1 2025</dt><dd>Public test network (completed)</dd><dt>Q2 2025</dt><dd>Security audit (WIP)</dd>
     <dt>Q4 2025</dt><dd>Main network</dd></dl>`,
  ],
  [
    'boxes to tick and pictures that say the state',
    `<h1>Roadmap</h1><h2>Q1 2025</h2><ul><li><input type="checkbox" checked disabled> Public test network</li></ul>
     <h2>Q2 2025</h2><ul><li><svg aria-label="In progress"></svg> Security audit</li></ul>
     <h2>Q4 2025</h2><ul><li><input type="checkbox" disabled> Main network</li></ul>`,
  ],
  [
    'the same list twice, for wide and for narrow windows',
    `<h1>Roadmap</h1>${'<div><h2>Q1 2025</h2><ul><li>Public test network ✅</li></ul><h2>Q2 2025</h2><ul><li>Security audit (in progress)</li></ul><h2>Q4 2025</h2><ul><li>Main network</li></ul></div>'.repeat(2)}`,
  ],
  [
    'lines of a bold date',
    `<h1>Roadmap</h1><p><b>Q1 2025</b></p><ul><li>Public test network – done</li></ul><p><b>Q2 2025</b></p>
     <ul><li>Security audit – in progress</li></ul><p><b>Q4 2025</b></p><ul><li>Main network</li></ul>`,
  ],
];

describe('readRoadmapPage', () => {
  it.each(PAGES)('reads %s', (_, html) => expect(read(html)).toEqual(THREE));

  it('reads several promises under one date of a box', () => {
    const box = (when: string, ...lines: string[]) =>
      `<div class="phase"><div class="when">${when}</div>${lines.map((l) => `<div class="line">${l}</div>`).join('')}</div>`;
    const html = `<h1>Roadmap</h1><main>${box('Q1 2025', 'Wallet', 'Explorer')}${box('Q2 2025', 'Bridge', 'Audit')}${box('Q3 2025', 'Main network', 'Grants')}</main>`;
    expect(read(html).map(([title, , end]) => [title, end])).toEqual([
      ['Wallet', '2025-03-31'],
      ['Explorer', '2025-03-31'],
      ['Bridge', '2025-06-30'],
      ['Audit', '2025-06-30'],
      ['Main network', '2025-09-30'],
      ['Grants', '2025-09-30'],
    ]);
  });
  it.each([
    [
      'Arabic',
      '<h1>خارطة الطريق</h1><h2>الربع الأول 2025</h2><ul><li>شبكة الاختبار العامة ✅</li></ul><h2>الربع الثاني 2025</h2><ul><li>تدقيق أمني (قيد التنفيذ)</li></ul><h2>الربع الرابع ٢٠٢٥</h2><ul><li>الشبكة الرئيسية</li></ul>',
    ],
    [
      'Chinese',
      '<h1>路线图</h1><div class="l"><div class="c"><h3>公开测试网</h3><span>2025年第一季度</span><i>已完成</i></div><div class="c"><h3>安全审计</h3><span>2025年第二季度</span><i>进行中</i></div><div class="c"><h3>主网上线</h3><span>2025年第四季度</span></div></div>',
    ],
  ])('reads a page in %s', (_, html) => {
    expect(read(html).map(([, status, end]) => [status, end])).toEqual(THREE.map(([, status, end]) => [status, end]));
  });

  it('reads only its section where a page has one on it', () => {
    const html = `<h1>Alpha</h1><h2>News</h2><ul><li>Q1 2024: we moved</li><li>Q2 2024: we grew</li><li>Q3 2024: we won</li></ul>
      <h2>Our roadmap</h2><h3>Q1 2025</h3><ul><li>Wallet</li><li>Bridge</li><li>Main network</li></ul>
      <h2>Team</h2><ul><li>Since 2020: A</li><li>Since 2021: B</li></ul>`;
    expect(read(html, 'https://alpha.example/#roadmap').map(([title]) => title)).toEqual([
      'Wallet',
      'Bridge',
      'Main network',
    ]);
  });
  it.each([
    [
      'a page that names no roadmap',
      '<h1>Docs</h1><h2>Q1 2025</h2><ul><li>a b</li><li>c d</li><li>e f</li></ul>',
      'https://alpha.example/docs',
    ],
    ['a mention of two plans', '<h1>Roadmap</h1><h2>Q1 2025</h2><ul><li>Wallet</li><li>Bridge</li></ul>', undefined],
    [
      'menus and footers',
      '<h1>Roadmap</h1><nav><ul><li>Q1 2025: a</li><li>Q2 2025: b</li><li>Q3 2025: c</li></ul></nav>',
      undefined,
    ],
    ['nothing', '', undefined],
  ])('reads nothing of %s', (_, html, address) => expect(read(html, address)).toEqual([]));

  it('comes to an end on deep nesting and on a page of 5,000 boxes', () => {
    expect(read(`<h1>Roadmap</h1>${'<div>'.repeat(400)}Q1 2025`)).toEqual([]);
    const boxes = Array.from({ length: 5_000 }, (_, i) => `<div>row ${i}</div>`).join('');
    expect(read(`<h1>Roadmap</h1>${boxes}`)).toEqual([]);
  }, 60_000);
  it('takes no single box with a date for a promise', () => {
    const html = `<h1>Roadmap</h1><div><div>Q1 2024</div><div>Since this page was made</div></div>
      <h2>Q1 2025</h2><ul><li>Wallet</li><li>Bridge</li><li>Main network</li></ul>`;
    expect(read(html).map(([title]) => title)).toEqual(['Wallet', 'Bridge', 'Main network']);
  });
  it('changes nothing of the page', () => {
    show(PAGES[3]?.[1] as string);
    const before = document.documentElement.outerHTML;
    readRoadmapPage(document);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('watchRoadmapPage', () => {
  it('hands over what was rendered late, again when it changed, and nothing after the end', async () => {
    show('<h1>Roadmap</h1><div id="app"></div>');
    const end = new AbortController();
    const onItems = vi.fn();
    watchRoadmapPage({ document, signal: end.signal, onItems });
    const app = document.querySelector('#app') as HTMLElement;
    app.innerHTML = '<h2>Q1 2025</h2><ul><li>Wallet</li><li>Bridge</li><li>Main network</li></ul>';
    await settle();
    expect(onItems).toHaveBeenCalledOnce();
    (app.querySelector('h2') as HTMLElement).textContent = 'Q2 2025';
    await settle();
    expect(onItems).toHaveBeenCalledTimes(2);
    expect(onItems.mock.calls[1]?.[0][0].date.end).toBe('2025-06-30');
    end.abort();
    app.innerHTML = '<h2>Q3 2025</h2><ul><li>Wallet</li><li>Bridge</li><li>Main network</li></ul>';
    await settle();
    expect(onItems).toHaveBeenCalledTimes(2);
  });
});

describe('lookOutForRoadmap', () => {
  it.each([
    ['the address', 'https://alpha.example/roadmap', '', ''],
    [
      'the address in Arabic',
      `https://alpha.example/${encodeURIComponent('خريطة-الطريق').replace('-', '%20')}`,
      '',
      '',
    ],
    ['a router’s fragment', 'https://alpha.example/#/roadmap', '', ''],
    ['the title', 'https://alpha.example/plans', 'Alpha – Road map', ''],
    ['a heading', 'https://alpha.example/', '', '<h2>خارطة الطريق</h2>'],
    ['a heading in Chinese', 'https://alpha.example/', '', '<h3>產品路線圖</h3>'],
  ])('knows a roadmap page by %s', (_, address, title, html) => {
    show(html, address, title);
    const found = vi.fn();
    lookOutForRoadmap(document, new AbortController().signal, found);
    expect(found).toHaveBeenCalledOnce();
  });
  it('waits for a heading that comes late, tells once, and ends with its signal', async () => {
    show('<p>loading</p>', 'https://alpha.example/');
    const found = vi.fn();
    const end = new AbortController();
    lookOutForRoadmap(document, end.signal, found);
    expect(found).not.toHaveBeenCalled();
    document.body.innerHTML = '<h2>Roadmap</h2>';
    await settle();
    expect(found).toHaveBeenCalledOnce();
    document.body.innerHTML = '<h2>Roadmap, again</h2>';
    await settle();
    expect(found).toHaveBeenCalledOnce();
  });
  it('says nothing of a page that names none, nor of one that ended', async () => {
    show('<h1>Brand maps of broadmapping</h1>', 'https://alpha.example/crossroadmaps');
    const found = vi.fn();
    const end = new AbortController();
    lookOutForRoadmap(document, end.signal, found);
    end.abort();
    document.body.innerHTML = '<h2>Roadmap</h2>';
    await settle();
    expect(found).not.toHaveBeenCalled();
  });
});
