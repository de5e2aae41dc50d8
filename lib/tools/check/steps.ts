/** The checks of `npm test` in order: each is one program, with the way to count what it checked. */

export interface Step {
  name: string;
  command: string[];
  /** web-ext writes its report to standard output. */
  kind?: 'web-ext';
  /** vitest writes a JSON report here; other steps count as one check each. */
  report?: string;
}

const vitest = (project: string, report: string): Step => ({
  name: `tests: ${project}`,
  command: [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  report,
});

/** Builds stand before the tests that look at them; the slow browsers come last, so that a plain mistake shows first. */
export function steps(reports: string): Step[] {
  return [
    { name: 'prepare types', command: ['wxt', 'prepare'] },
    { name: 'type check', command: ['tsc', '--noEmit'] },
    { name: 'lint and format (Biome)', command: ['biome', 'check', '.', '--diagnostic-level=error'] },
    { name: 'registry lint', command: ['node', 'lib/tools/registry/lint.ts'] },
    { name: 'build for Chrome', command: ['wxt', 'build'] },
    { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
    {
      name: 'web-ext lint',
      command: ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--output', 'json'],
      kind: 'web-ext',
    },
    vitest('unit', `${reports}/unit.json`),
    vitest('dom', `${reports}/dom.json`),
    vitest('browser', `${reports}/browser.json`),
    vitest('e2e', `${reports}/e2e.json`),
  ];
}
