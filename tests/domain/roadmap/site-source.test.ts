import { describe, expect, it } from 'vitest';
import { htmlBlocks } from '../../../lib/domain/roadmap/html-blocks.ts';
import { parseRoadmap } from '../../../lib/domain/roadmap/parse.ts';
import { withoutTemplateTags } from '../../../lib/domain/roadmap/template-tags.ts';

const items = (text: string) => {
  const parsed = parseRoadmap(text, 'markdown');
  if (!parsed.ok) throw new Error(parsed.failure.kind);
  return parsed.value.items;
};

describe('withoutTemplateTags', () => {
  it.each([
    [
      'a translated wording gives the last part of its key',
      '<li>{% t plan.light-client %}</li>',
      '<li>light client</li>',
    ],
    ['quoted', "{% t 'plan.fees_low' %}", 'fees low'],
    ['trimmed and with a filter', '{%- t plan.wallet | upcase %}', 'wallet'],
    ['an expression gives nothing', 'see {{ site.base }}/a', 'see /a'],
    ['a block tag gives nothing', '{% if x %}yes{% endif %}', 'yes'],
    ['one that is not closed stays', '{% t plan', '{% t plan'],
    ['without tags', '{a}', '{a}'],
  ])('%s', (_, before, after) => {
    expect(withoutTemplateTags(before)).toBe(after);
  });
  it('keeps the number of lines, and takes no longer for many opened tags', () => {
    const text = '{% t \n{{ {%\n'.repeat(20_000);
    expect(withoutTemplateTags(text).split('\n')).toHaveLength(40_001);
  });
});

describe('parseRoadmap', () => {
  it('takes no date from the address of a link that a site generator completes', () => {
    const plan =
      '# Roadmap\n\n## Phase 1\n\n### [Light client]({{ site.base }}/2024/03/07/light.html)\n\nFor phones.\n';
    expect(items(plan)).toMatchObject([{ title: 'Light client', date: { end: null } }]);
  });

  it('reads months and steps that are named by keys of a translation', () => {
    const plan =
      '# Roadmap\n\n<h2>2024</h2>\n<ul>\n<h3>{% t plan.sep %}</h3>\n<li class="completed">{% t plan.fee-market %}</li>\n</ul>\n';
    expect(items(plan)).toMatchObject([
      { title: 'fee market', status: 'done', date: { start: '2024-09-01', end: '2024-09-30' } },
    ]);
  });

  it.each([
    ['completed', 'done'],
    ['col-md-4 is-done', 'done'],
    ['ongoing', 'in_progress'],
    ['item in-progress', 'in_progress'],
    ['upcoming', 'planned'],
    ['unfinished', 'planned'],
    ['incomplete', 'planned'],
    ['col', 'planned'],
  ])('reads the state that the class "%s" of an entry names: %s', (name, status) => {
    const plan = `# Roadmap\n\n<h2>Q3 2025</h2>\n<ul>\n<li class="${name}">Light client</li>\n</ul>\n`;
    expect(items(plan)).toMatchObject([{ title: 'Light client', status }]);
  });

  it('gives the state of an icon to the heading of its own entry only', () => {
    const entry = (title: string, icon: string) => `<li><h4>${title}</h4><p>For all.</p>${icon}</li>\n`;
    const plan = `# Roadmap\n\n<h3>Planned work 2025</h3>\n<ul>\n${entry('Fee market', "<ion-icon class='complete'></ion-icon>")}${entry('Light client', '<i class="fa underway"></i>')}${entry('Bridge', '')}</ul>\n`;
    expect(items(plan).map(({ title, status }) => [title, status])).toEqual([
      ['Fee market', 'done'],
      ['Light client', 'in_progress'],
      ['Bridge', 'planned'],
    ]);
  });
});

describe('htmlBlocks', () => {
  it('takes an element of its own name for a tag, not for text', () => {
    expect(htmlBlocks('<p><x-icon name="a"></x-icon>Words</p>', 1)).toMatchObject([{ lines: [{ text: 'Words' }] }]);
  });
});
