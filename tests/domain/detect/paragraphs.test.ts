import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectsIn, ROOT } from './setup.ts';

interface Row {
  text: string;
  expected: string[];
  /** Named too, but not what the row is about: neither a hit nor a false one. "-": nothing else is judged. */
  also: string[];
}

/** Language, expected projects, paragraph, others that may be found. Written for this test. */
const ROWS: Row[] = readFileSync(join(ROOT, 'tests', 'fixtures', 'detection', 'paragraphs.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [, expected = '', text = '', also = ''] = line.split('\t');
    return { text, expected: expected.split(' ').filter(Boolean), also: also.split(' ').filter(Boolean) };
  });
/** Every third row was not looked at while rules were written. */
const isUnseen = (index: number) => index % 3 === 2;
const wanted = process.env.ROADMARK_UNSEEN === '0' ? ROWS.filter((_, index) => !isUnseen(index)) : ROWS;

function measure(rows: Row[]): { precision: number; recall: number; wrong: string[] } {
  let [right, missed, falsely] = [0, 0, 0];
  const wrong: string[] = [];
  for (const { text, expected, also } of rows) {
    const found = projectsIn(text);
    const lost = expected.filter((id) => !found.includes(id));
    const extra = found.filter((id) => !expected.includes(id) && !also.includes(id));
    right += expected.length - lost.length;
    missed += lost.length;
    falsely += extra.length;
    if (lost.length + extra.length > 0) wrong.push(`${text} | missed: ${lost} | false: ${extra}`);
  }
  return { precision: right / (right + falsely), recall: right / (right + missed), wrong };
}

describe('paragraphs of our own', () => {
  it('are at least 200, a third of them unseen', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(200);
  });

  it('are read with a precision of at least 0.98 and a recall of at least 0.90', () => {
    const { precision, recall, wrong } = measure(wanted);
    console.log(
      `paragraphs: ${wanted.length}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${wrong.join('\n')}`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
