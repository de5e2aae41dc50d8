/** The report as Markdown with its sources, for a note or a discussion. */
import { signalText } from '../../components/signal-words.ts';
import { verdictWord } from '../../components/verdict-words.ts';
import { cleanText } from '../../lib/domain/clean-text.ts';
import { safeLink } from '../../lib/domain/safe-link.ts';
import type { ProjectReport, Signal } from '../../lib/domain/signal.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { type PageContext, usePage } from '../kit/page.tsx';

type Words = PageContext['i18n'];

/** What would start a list, a link or a table cell is escaped: names are others' text. */
const plain = (text: string) => cleanText(text, 200).replace(/[\\`*_[\]<>|#]/g, '\\$&');

function line(i18n: Words, signal: Signal): string {
  const sources = [...new Set(signal.evidence.map((e) => safeLink(e.url)).filter((u) => u !== undefined))].slice(0, 3);
  const links = sources.map((u, i) => `[${i + 1}](${u.replaceAll(')', '%29')})`).join(' ');
  const asOf = signal.asOf === null ? '' : ` (${i18n.date(signal.asOf)})`;
  return `- ${i18n.maybe(`signal.${signal.id}`) ?? signal.id}: ${plain(signalText(i18n, signal))}${asOf}${links ? ` ${links}` : ''}`;
}

/** Returns the report as Markdown: verdicts, every known figure with its date and sources. */
export function reportMarkdown(i18n: Words, report: ProjectReport): string {
  const known = (signals: Signal[]) => signals.filter((s) => s.value !== null).map((s) => line(i18n, s));
  return [
    `## ${plain(report.name)}`,
    '',
    `### ${i18n.t('card.code')}: ${verdictWord(i18n, 'code', report.code.verdict)}`,
    ...known(report.code.signals),
    '',
    `### ${i18n.t('card.roadmap')}: ${verdictWord(i18n, 'roadmap', report.roadmap.verdict)}`,
    ...known(report.roadmap.signals),
    '',
  ].join('\n');
}

export function CopyMarkdown({ report }: { report: ProjectReport }) {
  const { i18n } = usePage();
  return <CopyButton words={i18n.t('project.copy')} text={() => reportMarkdown(i18n, report)} />;
}
