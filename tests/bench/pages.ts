/** The pages under measurement, generated from a seed: the same on each run. */

/** A small generator with a fixed sequence (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Syllables of each script, what stands between words, and what a paragraph has of quotation marks, as its press sets them. */
const SCRIPTS = {
  Latin: {
    syllables: 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu ar en il on ur',
    gap: ' ',
    marks: '',
  },
  typeset: {
    syllables: 'ba ce di fo gu ha je ki lo mu na pé ri so tu va we xi yo zu ar en il on ur',
    gap: ' ',
    marks: '“”’—',
  },
  Arabic: { syllables: 'با ال من في عل ها جي كي لو مو نا بر ري سو تو وا قد شي يا زو', gap: ' ', marks: '«»،؟' },
  Chinese: {
    syllables: '的 一 是 在 不 了 有 和 人 这 中 大 为 上 个 国 我 以 要 他 时 来 用 们',
    gap: '',
    marks: '“”，。',
  },
};
export type Script = keyof typeof SCRIPTS;

/** Words of prose: two to four syllables, one in ten with a capital, one in twelve with a mark. */
function wordList(next: () => number, count: number, script: Script): string[] {
  const { syllables, marks } = SCRIPTS[script];
  const all = syllables.split(' ');
  const list: string[] = [];
  for (let i = 0; i < count; i++) {
    let word = '';
    for (let n = 2 + Math.floor(next() * 3); n > 0; n--) word += all[Math.floor(next() * all.length)];
    if (next() < 0.1) word = (word[0] as string).toUpperCase() + word.slice(1);
    if (marks !== '' && next() < 1 / 12) word += marks[Math.floor(next() * marks.length)];
    list.push(word);
  }
  return list;
}

export const words = (next: () => number, count: number, script: Script = 'Latin') =>
  wordList(next, count, script).join(SCRIPTS[script].gap);

/** Elements that stand within a line, one around each word. */
const TAGS = ['a', 'b', 'span'];

export interface PageSize {
  characters: number;
  /** Paragraphs. */
  nodes: number;
  script?: Script;
  /**
   * Who makes the nodes: a script, one by one (where nothing is said), or the browser's parser out of served HTML. `tagged`: served, each word in an
   * inline element of its own.
   */
  made?: 'served' | 'tagged';
}

function markup(list: string[], gap: string, isTagged: boolean): string {
  const parts = isTagged ? list.map((word, i) => `<${TAGS[i % 3]}>${word}</${TAGS[i % 3]}>`) : list;
  return `<p>${parts.join(gap)}. </p>\n`;
}

/** Makes the page: paragraphs of about `characters / nodes` characters. */
export function buildPage(seed: number, { characters, nodes, script = 'Latin', made }: PageSize): void {
  const next = random(seed);
  const { gap } = SCRIPTS[script];
  const perNode = Math.max(1, Math.round(characters / nodes / (script === 'Chinese' ? 3.1 : 6.6)));
  if (made) {
    const html = Array.from({ length: nodes }, () => markup(wordList(next, perNode, script), gap, made === 'tagged'));
    document.open();
    document.write(`<!doctype html><title>bench</title><body>${html.join('')}`);
    document.close();
    return;
  }
  const parts = document.createDocumentFragment();
  for (let i = 0; i < nodes; i++) {
    const paragraph = document.createElement('p');
    paragraph.textContent = `${words(next, perNode, script)}. `;
    parts.append(paragraph);
  }
  document.body.replaceChildren(parts);
}
