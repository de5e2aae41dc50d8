/** Reads what a step of the check said about itself and adds it up. */

export interface Count {
  passed: number;
  failed: number;
}

/** Counts of a Vitest JSON report. A file that did not load, or an error outside of a test, is one failure. */
export function countVitest(report: unknown, endedWell: boolean): Count {
  const { numPassedTests, numFailedTests, testResults } = (report ?? {}) as {
    numPassedTests?: number;
    numFailedTests?: number;
    testResults?: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = (testResults ?? []).filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = (numFailedTests ?? 0) + unloaded.length;
  return { passed: numPassedTests ?? 0, failed: endedWell || failed > 0 ? failed : 1 };
}

interface LintMessage {
  code: string;
  message: string;
  file?: string;
}

/** Findings of web-ext's linter that say nothing about this add-on, each with its reason. */
const HARMLESS: { why: string; is(found: LintMessage): boolean }[] = [
  {
    why: 'offered for desktop only; Firefox for Android knows data_collection_permissions from 142 on',
    is: ({ code }) => code === 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
  },
  {
    why: 'micromark names its tokenizer `document`, and feeds it by `write`; no page is written',
    is: ({ code, message }) => code === 'UNSAFE_VAR_ASSIGNMENT' && /document\(\)\.write/.test(message),
  },
  {
    why: 'the package fault, below the front matter of Markdown, has a maker of EvalErrors named `eval`; tests/bundle.test.ts finds calls of eval',
    is: ({ code, file }) => code === 'DANGEROUS_EVAL' && file === 'background.js',
  },
];

/** Messages of `web-ext lint --output json` that matter; undefined where it was no such report. */
export function lintComplaints(text: string): string[] | undefined {
  const start = text.indexOf('{');
  if (start < 0) return undefined;
  try {
    const { errors, warnings } = JSON.parse(text.slice(start)) as Record<string, LintMessage[]>;
    if (!errors || !warnings) return undefined;
    return [...errors, ...warnings]
      .filter((entry) => !HARMLESS.some((harmless) => harmless.is(entry)))
      .map((entry) => `${entry.code} ${entry.file ?? ''}: ${entry.message}`);
  } catch {
    return undefined;
  }
}
