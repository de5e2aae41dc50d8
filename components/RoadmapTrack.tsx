/** The road as the roadmap tells it: funding → development → test and audit → mainnet → after, with dates. */
import { cleanText } from '../lib/domain/clean-text.ts';
import type { ItemStatus, StageState } from '../lib/domain/signal.ts';
import { dateWords } from './date-words.ts';
import { OuterLink } from './OuterLink.tsx';
import { useWords } from './words.ts';

const STEPS = ['funding', 'development', 'test-audit', 'launch', 'after'] as const;
type Step = (typeof STEPS)[number];

/** Test and audit are one step of the track: the less advanced of the two is told. */
const ADVANCE: ItemStatus[] = ['dropped', 'unknown', 'planned', 'delayed', 'in_progress', 'done'];

/** The states that make up a step; none where the roadmap does not name it. */
function stateOf(stages: StageState[], step: Step): StageState | undefined {
  const wanted = step === 'test-audit' ? ['test', 'audit'] : [step];
  const named = stages.filter((state) => wanted.includes(state.stage) && (state.says !== null || state.shown !== null));
  return named.sort((a, b) => ADVANCE.indexOf(a.says ?? 'unknown') - ADVANCE.indexOf(b.says ?? 'unknown'))[0];
}

const GLYPHS: Partial<Record<ItemStatus, string>> = {
  done: 'M4.9 8.2l2.1 2.1 4.2-4.6',
  delayed: 'M8 4.6v4M8 11.2h.01',
  dropped: 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
};

function Node({ status, isShown }: { status: ItemStatus | 'none'; isShown: boolean }) {
  const glyph = status === 'none' ? undefined : GLYPHS[status];
  return (
    <svg class="rm-stage-node" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {isShown ? <circle class="rm-stage-ring" cx="8" cy="8" r="9" /> : null}
      <circle cx="8" cy="8" r="6.5" />
      {status === 'in_progress' ? <circle class="rm-stage-core" cx="8" cy="8" r="3" /> : null}
      {glyph ? <path d={glyph} /> : null}
    </svg>
  );
}

/** What shows it: a release, tag or closed milestone, with its day. */
function Shown({ shown }: { shown: NonNullable<StageState['shown']> }) {
  const { i18n } = useWords();
  const label = i18n.t('stage.shown', { label: cleanText(shown.label, 40) });
  return (
    <span class="rm-stage-date">
      <OuterLink url={shown.url}>{label}</OuterLink> · {i18n.date(shown.date)}
    </span>
  );
}

function StageStep({ step, state, isWide }: { step: Step; state: StageState | undefined; isWide: boolean }) {
  const { i18n } = useWords();
  const status = state?.says ?? 'none';
  const shown = state?.shown ? i18n.t('stage.shown', { label: cleanText(state.shown.label) }) : '';
  const words = i18n.maybe(`stage.${status}`) ?? '';
  const date = state?.saysDate?.end ? dateWords(i18n, state.saysDate) : '';
  return (
    <li
      class={`rm-stage rm-stage-${status}`}
      title={[state?.saysItem ? cleanText(state.saysItem) : '', shown].filter(Boolean).join(' · ')}
    >
      <Node status={status} isShown={state?.shown != null} />
      <span class="rm-stage-name">{i18n.t(`stage.${step}`)}</span>
      <span class="rm-stage-date">{date || words}</span>
      {isWide && state?.shown ? <Shown shown={state.shown} /> : null}
      {date ? <span class="rm-sr">, {[words, shown].filter(Boolean).join(', ')}</span> : null}
    </li>
  );
}

/** `isWide`: with room for what shows each stage. The roadmap's word and what is shown are told apart by a second ring. */
export function RoadmapTrack({ stages, isWide = false }: { stages: StageState[]; isWide?: boolean }) {
  const { i18n } = useWords();
  return (
    <>
      <ol class="rm-track" aria-label={i18n.t('stage.label')}>
        {STEPS.map((step) => (
          <StageStep key={step} step={step} state={stateOf(stages, step)} isWide={isWide} />
        ))}
      </ol>
      {stages.some(({ shown }) => shown) ? <p class="rm-muted rm-legend">{i18n.t('stage.shown-legend')}</p> : null}
    </>
  );
}
