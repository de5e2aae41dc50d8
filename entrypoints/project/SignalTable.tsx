/** Signals as a table; each opens to its formula, inputs and evidence. What "recompute" says stands beside the figure. */
import { useState } from 'preact/hooks';
import { Figure } from '../../components/Figure.tsx';
import type { Signal } from '../../lib/domain/signal.ts';
import { dateRange } from '../kit/date-range.ts';
import { usePage } from '../kit/page.tsx';
import { SignalDetails } from './SignalDetails.tsx';

const COLUMNS = 5;

function Window({ from, to }: Signal) {
  const { i18n } = usePage();
  return <td class="muted">{from !== undefined && to !== undefined ? dateRange(i18n.locale, from, to) : '–'}</td>;
}

interface LineProps {
  signal: Signal;
  equal: boolean | undefined;
  hidden: boolean;
}

function SignalLine({ signal, equal, hidden }: LineProps) {
  const { i18n } = usePage();
  const [open, setOpen] = useState(false);
  const detailsId = `details-${signal.id}`;
  return (
    <>
      <tr hidden={hidden} class={open ? 'open' : ''}>
        <th scope="row">
          <button
            type="button"
            class="signal-name"
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            onClick={() => setOpen(!open)}
          >
            <svg class="rm-chevron" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
              <path d="M3 4.5l3 3 3-3" />
            </svg>
            {i18n.maybe(`signal.${signal.id}`) ?? signal.id}
          </button>
        </th>
        <td>
          <Figure signal={signal} />
          {equal !== undefined && (
            <span class={equal ? 'muted' : 'alarm'}> {i18n.t(equal ? 'project.equal' : 'project.differs')}</span>
          )}
        </td>
        <Window {...signal} />
        <td class="muted">{signal.asOf === null ? '–' : i18n.date(signal.asOf)}</td>
        <td class="muted">{signal.value === null ? '–' : i18n.maybe(`project.confidence.${signal.confidence}`)}</td>
      </tr>
      {open && (
        <tr hidden={hidden} class="details">
          <td colSpan={COLUMNS} id={detailsId}>
            <SignalDetails signal={signal} />
          </td>
        </tr>
      )}
    </>
  );
}

interface Props {
  signals: Signal[];
  /** Signal id → whether recomputing gave the same; absent before it was asked for. */
  recomputed?: Map<string, boolean> | null;
  labelledBy: string;
}

/** What doesn't apply here would bury what does: such lines wait behind a button. */
const applies = (signal: Signal) => signal.unknown !== 'not-applicable';

export function SignalTable({ signals, recomputed, labelledBy }: Props) {
  const { i18n } = usePage();
  const [all, setAll] = useState(false);
  const others = signals.filter((signal) => !applies(signal));
  const heads = ['signal', 'value', 'window', 'asOf', 'confidence'] as const;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="scroll-x" tabIndex={0} aria-labelledby={labelledBy}>
        <table class="plain signals" aria-labelledby={labelledBy}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {i18n.t(`project.col.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...signals.filter(applies), ...others].map((signal) => (
              <SignalLine
                key={signal.id}
                signal={signal}
                equal={recomputed?.get(signal.id)}
                hidden={!all && !applies(signal)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {others.length > 0 && (
        <button type="button" class="link others" aria-expanded={all} onClick={() => setAll(!all)}>
          {i18n.t('project.others', { n: others.length })}
        </button>
      )}
    </>
  );
}
