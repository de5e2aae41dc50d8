/** One signal: name, figure, and behind a press its evidence and window. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FigureSource, Signal } from '../lib/domain/signal.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { Figure } from './Figure.tsx';
import { useWords, type Words } from './words.ts';

interface Props {
  signal: Signal;
  /** Replaces the shown figure where a row says more ("12 of 20"); must hold the `Figure` itself. */
  children?: ComponentChildren;
  /** Short words after the figure. */
  note?: string | undefined;
  /** A line of its own below: what the figure is held against. */
  under?: string | undefined;
  /** Source that stands below the card for the part which the row is in: a figure from elsewhere says so itself. */
  within?: FigureSource;
}

/** "GitHub · 2 hours ago" of a live figure among those of the snapshot, and the other way round. */
function otherSource({ i18n, now }: Words, { value, source, asOf }: Signal, within: FigureSource | undefined) {
  const isOther = within && within !== 'none' && (source === 'snapshot') !== (within === 'snapshot');
  return isOther && value !== null && asOf !== null && `${i18n.maybe(`source.${source}`)} · ${i18n.ago(asOf, now)}`;
}

/** Says that a press opens more. */
export function Chevron() {
  return (
    <svg class="rm-chevron" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
      <path d="M3 4.5l3 3 3-3" />
    </svg>
  );
}

/** What it means, window, source and confidence of a signal in one line. */
function About({ signal }: { signal: Signal }) {
  const { i18n, now } = useWords();
  const { from, to, asOf } = signal;
  const parts = [
    i18n.maybe(`about.${signal.id}`),
    from && to && `${i18n.date(from)} – ${i18n.date(to)}`,
    i18n.maybe(`source.${signal.source}`),
    asOf !== null && i18n.t('fresh.as-of', { age: i18n.ago(asOf, now) }),
    i18n.maybe(`confidence.${signal.confidence}`),
  ];
  return <p class="rm-about">{parts.filter(Boolean).join(' · ')}</p>;
}

export function SignalRow({ signal, children, note, under, within }: Props) {
  const words = useWords();
  const { i18n } = words;
  const [open, setOpen] = useState(false);
  const label = i18n.maybe(`signal.${signal.id}`) ?? signal.id;
  const below = [under, otherSource(words, signal, within)].filter(Boolean).join(' · ');
  return (
    <div class="rm-row">
      <button type="button" class="rm-row-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="rm-row-label">{label}</span>
        <span class="rm-row-value">
          {children ?? <Figure signal={signal} />}
          {note ? <span class="rm-muted rm-note"> {note}</span> : null}
        </span>
        <Chevron />
        {below && <span class="rm-muted rm-row-under">{below}</span>}
      </button>
      {open ? (
        <div class="rm-row-body">
          <About signal={signal} />
          <EvidenceList evidence={signal.evidence} />
        </div>
      ) : null}
    </div>
  );
}
