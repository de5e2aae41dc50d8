/** Writes README's generated tables between their markers: `npm run readme`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CODE_RULES } from '../../domain/activity/rules.ts';
import { ROADMAP_RULES } from '../../domain/roadmap/rules.ts';
import { markdownTable, replaceBetween } from './replace-between.ts';

const README = join(import.meta.dirname, '../../../README.md');

interface TableRule {
  id: string;
  name: string;
  question: string;
  formula: string;
  needs: string;
  limits: string;
  sources: readonly { label: string; url?: string }[];
}

function rulesTable(first: string, rules: readonly TableRule[]): string {
  return markdownTable(
    [first, 'Question', 'Formula', 'Needs at least', 'What it does not say', 'Sources'],
    rules.map((rule) => [
      `**${rule.name}** \`${rule.id}\``,
      rule.question,
      rule.formula,
      rule.needs,
      rule.limits,
      rule.sources.map(({ label, url }) => (url ? `[${label}](${url})` : label)).join('; '),
    ]),
  );
}

/** Marker → content of every generated part of README. */
export const PARTS: Record<string, () => string> = {
  signals: () => rulesTable('Signal', CODE_RULES),
  criteria: () => rulesTable('Criterion or figure', ROADMAP_RULES),
};

/** README's text with every part whose markers are there written anew; parts without markers are named. */
export function withTables(readme: string): { text: string; missing: string[] } {
  const missing: string[] = [];
  let text = readme;
  for (const [marker, content] of Object.entries(PARTS)) {
    const next = replaceBetween(text, marker, content());
    if (next === undefined) missing.push(marker);
    else text = next;
  }
  return { text, missing };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { text, missing } = withTables(readFileSync(README, 'utf8'));
  writeFileSync(README, text);
  for (const marker of missing) console.error(`README.md has no markers for "${marker}"`);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
