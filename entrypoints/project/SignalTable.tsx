/** Signals as a table: figure, window, confidence, inputs and evidence of each; what "recompute" says stands beside it. */
import { EvidenceList } from '../../components/EvidenceList.tsx';
import { Figure } from '../../components/Figure.tsx';
import type { Signal } from '../../lib/domain/signal.ts';
import { usePage } from '../kit/page.tsx';

/** More evidence than one figure ever has: the project page shows all of it. */
const ALL = 500;

function Inputs({ inputs }: { inputs: NonNullable<Signal['inputs']> }) {
  const { i18n } = usePage();
  return (
    <dl class="inputs">
      {Object.entries(inputs).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === null
              ? i18n.t('page.unknown')
              : typeof value === 'number'
                ? i18n.number(value, { maximumFractionDigits: 4 })
                : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function SignalLine({ signal, equal }: { signal: Signal; equal: boolean | undefined }) {
  const { i18n } = usePage();
  const window =
    signal.from !== undefined && signal.to !== undefined ? `${i18n.date(signal.from)} – ${i18n.date(signal.to)}` : '–';
  return (
    <tr>
      <th scope="row">
        {i18n.maybe(`signal.${signal.id}`) ?? signal.id}
        <details>
          <summary>{i18n.t('project.show')}</summary>
          {signal.inputs && <Inputs inputs={signal.inputs} />}
          <EvidenceList evidence={signal.evidence} limit={ALL} />
        </details>
      </th>
      <td>
        <Figure signal={signal} />
        {equal !== undefined && (
          <span class={equal ? 'muted' : 'alarm'}> {i18n.t(equal ? 'project.equal' : 'project.differs')}</span>
        )}
      </td>
      <td class="muted">{window}</td>
      <td class="muted">{signal.asOf === null ? i18n.t('page.unknown') : i18n.date(signal.asOf)}</td>
      <td class="muted">{i18n.maybe(`confidence.${signal.confidence}`)}</td>
    </tr>
  );
}

interface Props {
  signals: Signal[];
  /** Signal id → whether recomputing gave the same; absent before it was asked for. */
  recomputed?: Map<string, boolean> | null;
  labelledBy: string;
}

export function SignalTable({ signals, recomputed, labelledBy }: Props) {
  const { i18n } = usePage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll-x" tabIndex={0} aria-labelledby={labelledBy}>
      <table class="plain signals">
        <thead>
          <tr>
            <th scope="col">{i18n.t('project.col.signal')}</th>
            <th scope="col">{i18n.t('project.col.value')}</th>
            <th scope="col">{i18n.t('project.col.window')}</th>
            <th scope="col">{i18n.t('project.col.asOf')}</th>
            <th scope="col">{i18n.t('project.col.confidence')}</th>
          </tr>
        </thead>
        <tbody>
          {signals.map((signal) => (
            <SignalLine key={signal.id} signal={signal} equal={recomputed?.get(signal.id)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
