/** One figure beside a claim: what it is, its window, its value. */
import { Raw } from '../../components/Raw.tsx';
import type { Measured } from '../../lib/domain/claims/answer-types.ts';
import type { I18n } from '../../lib/i18n.ts';
import { usePage } from '../kit/page.tsx';

/** Figures that are a signal keep its id; changes and dates are the lens's own. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** "2027-01-01/2027-03-31" and single days, in the reader's language. */
function dates(i18n: Pick<I18n, 'date'>, text: string): string {
  return text
    .split('/')
    .map((day) => (DATE.test(day) ? i18n.date(day) : day))
    .join(' – ');
}

export function valueText(i18n: I18n, m: Measured): string {
  if (m.text) return dates(i18n, m.text);
  if (m.value === null) return '–';
  if (m.id === 'delivered-share') return i18n.percent(m.value);
  if (!m.id.endsWith('change')) return i18n.number(m.value);
  return i18n.number(m.value, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
}

export function Measure({ measured }: { measured: Measured }) {
  const { i18n } = usePage();
  const day = (ms: number | undefined) => (ms === undefined ? '–' : i18n.date(ms));
  const words = i18n.t(`lens.measure.${measured.id}`, {
    projects: i18n.number(measured.n ?? 0),
    from: day(measured.from),
    to: day(measured.to),
  });
  return (
    <div>
      <dt>{words}</dt>
      <dd>
        <Raw id={measured.id} value={measured.text ?? measured.value}>
          <bdi>{valueText(i18n, measured)}</bdi>
        </Raw>
      </dd>
    </div>
  );
}
