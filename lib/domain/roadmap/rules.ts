/** The roadmap's criteria and figures as declared data, in the order of the card. README's table is made from it. */
import { ROADMAP_SIGNAL_IDS, type RoadmapSignalId } from '../signal.ts';
import * as limit from './limits.ts';
import { FIGURE_RULES } from './rules-figures.ts';

export interface RuleSource {
  label: string;
  url?: string;
}
export interface RoadmapRule {
  id: RoadmapSignalId | 'roadmap-verdict';
  name: string;
  question: string;
  why: string;
  formula: string;
  /** The minimum below which the value is unknown. */
  needs: string;
  /** What the figure does not say. */
  limits: string;
  sources: readonly RuleSource[];
}

export const SOURCES = {
  mica: {
    label: 'MiCA, Annex I part D: past and future milestones',
    url: 'https://eur-lex.europa.eu/eli/reg/2023/1114/oj',
  },
  own: { label: 'this project’s choice' },
} as const satisfies Record<string, RuleSource>;
const { mica, own } = SOURCES;
const [fresh, half, quarter] = limit.FRESHNESS_STEPS.map(([days, score]) => `≤ ${days} days: ${score}`);
const weights = (value: number) =>
  Object.entries(limit.PRECISION_WEIGHTS)
    .filter(([, weight]) => weight === value)
    .map(([precision]) => precision)
    .join(', ');

const CRITERIA_RULES: RoadmapRule[] = [
  {
    id: 'published',
    name: 'Published',
    question: 'Is there a roadmap in public that can be read?',
    why: 'Without one there is nothing to hold the project to.',
    formula: `1: ≥ ${limit.MIN_ITEMS} structured items, or ≥ ${limit.MIN_ITEMS} milestones in 12 months; 0.5: fewer, a stub, or headings only; 0: none at the places that were looked at, or removed`,
    needs: 'the places were looked at',
    limits: 'A roadmap elsewhere (a forum, a picture, a talk) is not seen; the places are named.',
    sources: [mica, own],
  },
  {
    id: 'dated-share',
    name: 'Dated',
    question: 'How many promises have a date?',
    why: 'A promise without a date can’t be late.',
    formula: 'items with an end of their date ÷ items that are not dropped',
    needs: 'one item',
    limits: '“2025+”, “week 3” and “soon” have no end. Hijri dates, fiscal quarters and southern seasons are not read.',
    sources: [mica, own],
  },
  {
    id: 'specificity',
    name: 'Specific',
    question: 'How exact are the dates?',
    why: 'A year leaves twelve months to hide in.',
    formula: `Σ weights ÷ dated items; ${weights(1)}: 1; ${weights(0.75)}: 0.75; ${weights(0.5)}: 0.5`,
    needs: 'one dated item',
    limits: 'An exact date may be as wrong as a vague one.',
    sources: [own],
  },
  {
    id: 'stage-coverage',
    name: 'Stages',
    question: 'Does the plan go the whole way?',
    why: 'Funding, development, test and audit, mainnet and what comes after belong to one road.',
    formula:
      'of funding, development, test + audit (one of the two counts half), launch, after: named ÷ 5; with the network live: development, test + audit, after ÷ 3',
    needs: 'one item',
    limits: 'Told by words in three languages; a stage under another name is not seen.',
    sources: [own],
  },
  {
    id: 'freshness',
    name: 'Kept up',
    question: 'Is the roadmap kept up?',
    why: 'A plan that nobody edits is no plan any more.',
    formula: `days since the last edit that changes an item; ${fresh}; ${half}; ${quarter}; older: 0`,
    needs: 'a history: git, or two visits to a page',
    limits: 'An edit of the wording counts; a change elsewhere (a blog) does not.',
    sources: [own],
  },
  {
    id: 'horizon',
    name: 'Looks ahead',
    question: 'Is anything promised for the time to come?',
    why: 'A list of what was done is a history.',
    formula: `1 where an open item ends within the next ${limit.HORIZON_MONTHS} months, else 0`,
    needs: 'one item',
    limits: 'It does not say whether the plan is realistic.',
    sources: [mica, own],
  },
  {
    id: 'delivered-share',
    name: 'Delivered',
    question: 'Of what was due, how much is done?',
    why: 'The plainest measure of a promise.',
    formula: 'items done ÷ items due; due: not dropped, and the end of the date has passed; done: as the text says',
    needs: `≥ ${limit.MIN_DUE} items due`,
    limits: 'The text is the project’s own word; items taken out are not counted here (see dates kept).',
    sources: [own],
  },
  {
    id: 'overdue-depth',
    name: 'Overdue',
    question: 'How late is what is late?',
    why: 'A week is another matter than a year.',
    formula: `1 − min(1, median days overdue ÷ ${limit.YEAR_DAYS}); 1 where nothing is`,
    needs: `≥ ${limit.MIN_DUE} items due`,
    limits: 'A done item that nobody ticked counts as overdue.',
    sources: [own],
  },
  {
    id: 'dates-kept',
    name: 'Kept its dates',
    question: 'Did dates move quietly?',
    why: 'A date that is edited is never missed; only an older version shows it.',
    formula: `over items that were open and dated in the version nearest ${limit.YEAR_DAYS} days back: 1 − mean(min(1, max(0, days moved later) ÷ ${limit.FULL_MOVE_DAYS})); undated or taken out without a word: 1`,
    needs: `≥ ${limit.MIN_COMPARED} such items; versions ≥ ${limit.MIN_APART_DAYS} days apart`,
    limits: `Items are matched by their words (overlap ≥ ${limit.SAME_PROMISE}); one that was written anew counts as taken out.`,
    sources: [mica, own],
  },
  {
    id: 'milestones-on-time',
    name: 'Milestones on time',
    question: 'Are GitHub milestones closed by their day?',
    why: 'They carry a day that somebody set, and one on which it was closed.',
    formula: `closed ≤ due + ${limit.MILESTONE_GRACE_DAYS} days ÷ all due in ${limit.MILESTONE_MONTHS} months`,
    needs: `≥ ${limit.MIN_DUE} milestones due`,
    limits: 'A due day can be edited, and GitHub keeps no history of that.',
    sources: [own],
  },
  {
    id: 'code-evidence',
    name: 'Backed by code',
    question: 'Does done work leave a trace?',
    why: 'Anyone can tick a box.',
    formula: `done items that link to an issue, pull request, release or contract, or match a release (overlap ≥ ${limit.SAME_PROMISE}, ± ${limit.RELEASE_NEAR_DAYS} days) ÷ done items`,
    needs: `≥ ${limit.MIN_ITEMS} done items`,
    limits:
      'Marketing, funding and law leave no release. Unknown from the snapshot and from pages: neither keeps what an item links to.',
    sources: [own],
  },
  {
    id: 'traceable',
    name: 'Traceable',
    question: 'Can one see what the roadmap said before?',
    why: 'Without a history nobody can tell what was changed.',
    formula: `1: in git with ≥ ${limit.MIN_VERSIONS} versions; 0.5: it states its own date; else 0`,
    needs: 'a document',
    limits: 'A rewritten history looks young.',
    sources: [own],
  },
];

const ORDER: readonly string[] = [...ROADMAP_SIGNAL_IDS, 'roadmap-verdict'];
/** One rule per criterion and figure, in the order of the card, the verdict last. */
export const ROADMAP_RULES: readonly RoadmapRule[] = [...CRITERIA_RULES, ...FIGURE_RULES].sort(
  (a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id),
);
