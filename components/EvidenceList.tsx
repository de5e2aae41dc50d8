/** What was read for a figure: https links and plain words only. */
import { cleanText } from '../lib/domain/clean-text.ts';
import type { Evidence } from '../lib/domain/signal.ts';
import { OuterLink } from './OuterLink.tsx';
import { useWords } from './words.ts';

/** A figure may rest on hundreds of reads; the card names the first ones, the project page shows them all. */
const SHOWN = 6;

function One({ item }: { item: Evidence }) {
  const { i18n, now } = useWords();
  const line = item.line === undefined ? [] : [i18n.t('card.line', { line: item.line })];
  const facts = [...line, i18n.t('card.read-at', { age: i18n.ago(item.readAt, now) })];
  return (
    <li>
      <OuterLink url={item.url}>
        <bdi>{cleanText(item.label)}</bdi>
      </OuterLink>{' '}
      <span class="rm-muted">{facts.join(' · ')}</span>
    </li>
  );
}

export function EvidenceList({ evidence, limit = SHOWN }: { evidence: Evidence[]; limit?: number }) {
  const { i18n } = useWords();
  if (evidence.length === 0) return <p class="rm-evidence rm-muted">{i18n.t('card.no-evidence')}</p>;
  return (
    <ul class="rm-evidence">
      {evidence.slice(0, limit).map((item, at) => (
        <One key={`${item.label} ${at}`} item={item} />
      ))}
    </ul>
  );
}
