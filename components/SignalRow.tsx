/** One signal: name, figure, and behind a press its evidence and window. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Signal } from '../lib/domain/signal.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { Figure } from './Figure.tsx';
import { useWords } from './words.ts';

interface Props {
  signal: Signal;
  /** Replaces the shown figure where a row says more ("12 of 20"); must hold the `Figure` itself. */
  children?: ComponentChildren;
  /** Short words after the figure. */
  note?: string | undefined;
  /** A line of its own below: what the figure is held against. */
  under?: string | undefined;
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
  const { i18n } = useWords();
  const { from, to } = signal;
  const parts = [
    i18n.maybe(`about.${signal.id}`),
    from && to && `${i18n.date(from)} – ${i18n.date(to)}`,
    i18n.maybe(`source.${signal.source}`),
    i18n.maybe(`confidence.${signal.confidence}`),
  ];
  return <p class="rm-about">{parts.filter(Boolean).join(' · ')}</p>;
}

export function SignalRow({ signal, children, note, under }: Props) {
  const { i18n } = useWords();
  const [open, setOpen] = useState(false);
  const label = i18n.maybe(`signal.${signal.id}`) ?? signal.id;
  return (
    <div class="rm-row">
      <button type="button" class="rm-row-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="rm-row-label">{label}</span>
        <span class="rm-row-value">
          {children ?? <Figure signal={signal} />}
          {note ? <span class="rm-muted rm-note"> {note}</span> : null}
        </span>
        <Chevron />
        {under && <span class="rm-muted rm-row-under">{under}</span>}
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
