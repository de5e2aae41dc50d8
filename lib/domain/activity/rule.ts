/** A signal as declared data: what it asks, how it is computed, what it needs and what it does not say. */
import type { CodeSignalId } from '../signal.ts';

export interface RuleSource {
  label: string;
  url?: string;
}

export interface Rule {
  id: CodeSignalId | 'code-verdict';
  /** The name on the card. */
  name: string;
  question: string;
  /** Why a reader may want to know. */
  why: string;
  formula: string;
  /** The minimum below which the value is unknown. */
  needs: string;
  /** What the figure does not say. */
  limits: string;
  unit: 'people' | 'share' | 'ratio' | 'days' | 'points' | 'word' | 'patterns';
  sources: RuleSource[];
}

export const SOURCES = {
  electricCapital: { label: 'Electric Capital developer report, method', url: 'https://www.developerreport.com/about' },
  chaoss: {
    label: 'CHAOSS contributor absence factor',
    url: 'https://chaoss.community/kb/metric-contributor-absence-factor/',
  },
  scorecard: {
    label: 'OpenSSF Scorecard, Maintained',
    url: 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#maintained',
  },
  santiment: {
    label: 'Santiment, development activity',
    url: 'https://academy.santiment.net/metrics/development-activity/',
  },
  github: {
    label: 'GitHub REST, repository statistics',
    url: 'https://docs.github.com/en/rest/metrics/statistics',
  },
  own: { label: 'this project’s choice, reasons on the method page' },
} as const satisfies Record<string, RuleSource>;

/** A fraction as a percentage for words: 0.3 → "30%". */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 100)}%`;
}
