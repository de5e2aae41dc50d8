/** The twelve criteria of the roadmap rubric, in the order of the card. */
export const CRITERIA = [
  'published',
  'dated-share',
  'specificity',
  'stage-coverage',
  'freshness',
  'horizon',
  'delivered-share',
  'overdue-depth',
  'dates-kept',
  'milestones-on-time',
  'code-evidence',
  'traceable',
] as const;
