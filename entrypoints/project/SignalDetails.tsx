/** Behind one signal: how it is computed, from which numbers, and what was read for it. */
import { EvidenceList } from '../../components/EvidenceList.tsx';
import type { Signal } from '../../lib/domain/signal.ts';
import { usePage } from '../kit/page.tsx';

/** More evidence than one figure ever has: the project page shows all of it. */
const ALL = 500;

function Inputs({ inputs }: { inputs: NonNullable<Signal['inputs']> }) {
  const { i18n } = usePage();
  const text = (value: number | string | null) => {
    if (value === null || value === '') return i18n.t('page.unknown');
    if (typeof value === 'number') return i18n.number(value, { maximumFractionDigits: 4 });
    return i18n.maybe(`input.value.${value}`) ?? value;
  };
  return (
    <dl class="inputs">
      {Object.entries(inputs).map(([name, value]) => (
        <div key={name}>
          <dt>{i18n.maybe(`input.${name}`) ?? <code>{name}</code>}</dt>
          <dd>
            <bdi>{text(value)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function SignalDetails({ signal }: { signal: Signal }) {
  const { i18n } = usePage();
  const inputs = Object.keys(signal.inputs ?? {}).length > 0 ? signal.inputs : undefined;
  return (
    <div class="signal-details">
      <section>
        <h3>{i18n.t('project.formula')}</h3>
        <p>{i18n.maybe(`formula.${signal.id}`)}</p>
      </section>
      {inputs && (
        <section>
          <h3>{i18n.t('project.inputs')}</h3>
          <Inputs inputs={inputs} />
        </section>
      )}
      <section>
        <h3>{i18n.t('project.evidence')}</h3>
        <EvidenceList evidence={signal.evidence} limit={ALL} />
      </section>
    </div>
  );
}
