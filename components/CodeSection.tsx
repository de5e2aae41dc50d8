/** What the card says of a project's code. */
import type { CodeReport, SectorBaseline, SignalId } from '../lib/domain/signal.ts';
import { Figure } from './Figure.tsx';
import { SignalRow } from './SignalRow.tsx';
import { Sparkline } from './Sparkline.tsx';
import { findSignal } from './signal-words.ts';
import { VerdictHead } from './Verdict.tsx';
import { useWords } from './words.ts';

/** Rows of the card below the headline; the project page shows all signals. */
const ROWS: SignalId[] = ['commit-trend', 'absence-factor', 'established-share', 'days-since-release'];

interface Props {
  report: CodeReport;
  baselines: SectorBaseline[];
}

/** The first baseline that has a median. */
export function knownBaseline(all: readonly SectorBaseline[] = []) {
  return all.find((one): one is SectorBaseline & { median: number } => one.median !== null);
}

/** The sector's median beside the project's own drawdown, where the snapshot has one. */
function baselineWords({ i18n }: ReturnType<typeof useWords>, baselines: SectorBaseline[]): string | undefined {
  const found = knownBaseline(baselines);
  return (
    found &&
    i18n.t('card.baseline', {
      sector: sectorName(i18n, found.sector),
      percent: i18n.percent(found.median),
      n: found.n,
    })
  );
}

/** A sector's name in the reader's language; one that no catalogue knows is shown as the registry writes it. */
export function sectorName(i18n: ReturnType<typeof useWords>['i18n'], id: string): string {
  const plain = id.replace(/^sector:/, '');
  return i18n.maybe(`sector.${plain}`) ?? plain.replaceAll(/[-_]/g, ' ');
}

function reposRead(report: CodeReport): number {
  return report.repos.filter(({ state }) => state === 'read' || state === 'snapshot' || state === 'partial').length;
}

export function CodeSection({ report, baselines }: Props) {
  const words = useWords();
  const { i18n } = words;
  const active = findSignal(report.signals, 'active-developers');
  const listed = report.listed;
  return (
    <section class="rm-part" aria-label={i18n.t('card.code')}>
      <VerdictHead kind="code" verdict={report.verdict} />
      <div class="rm-headline">
        <div class="rm-headline-figure">
          <Figure signal={active} class={active.value === null ? 'rm-big-words' : 'rm-big'} />
          <span class="rm-muted">{i18n.t('signal.active-developers')}</span>
        </div>
        <Sparkline series={report.series} />
      </div>
      <div class="rm-rows">
        <SignalRow
          signal={findSignal(report.signals, 'drawdown')}
          under={baselineWords(words, baselines)}
          within={report.source}
        />
        {ROWS.map((id) => (
          <SignalRow key={id} signal={findSignal(report.signals, id)} within={report.source} />
        ))}
      </div>
      {listed !== null && listed > 0 ? (
        <p class="rm-muted rm-repos">{i18n.t('card.repos', { read: reposRead(report), n: listed })}</p>
      ) : null}
    </section>
  );
}
