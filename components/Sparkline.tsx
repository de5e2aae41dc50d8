/** Active developers of the last 52 weeks as a line: the peak ringed, now filled. Time runs left to right in every language. */
import type { WeeklySeries } from '../lib/domain/signal.ts';
import { useWords } from './words.ts';

/** k = 0..52 in the definition of the peak: 53 points. */
const POINTS = 53;
const PAD = 4;

interface Props {
  series: WeeklySeries | undefined;
  width?: number;
  height?: number;
}

interface Point {
  x: number;
  y: number;
}

/** Lines between known weeks; an unknown week breaks the line. */
function segments(values: (number | null)[], at: (index: number, value: number) => Point): Point[][] {
  const all: Point[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) all.push([]);
    else all.at(-1)?.push(at(index, value));
  });
  return all.filter((points) => points.length > 0);
}
const round = (value: number) => Math.round(value * 10) / 10;
const path = (points: Point[]) => points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

export function Sparkline({ series, width = 132, height = 36 }: Props) {
  const { i18n } = useWords();
  const values = series?.developers.slice(-POINTS) ?? [];
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <span class="rm-muted rm-no-line">{i18n.t('card.chart-unknown')}</span>;
  const peak = Math.max(...known, 1);
  const at = (index: number, value: number): Point => ({
    x: PAD + (index / (values.length - 1)) * (width - 2 * PAD),
    y: height - PAD - (value / peak) * (height - 2 * PAD),
  });
  const lines = segments(values, at);
  const last = values.findLastIndex((value) => value !== null);
  const top = values.lastIndexOf(Math.max(...known));
  const here = at(last, values[last] as number);
  const there = at(top, values[top] as number);
  const label = i18n.t('card.chart', { peak: Math.max(...known), now: values[last] as number });
  return (
    <svg
      class="rm-spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <path class="rm-spark-base" d={`M${PAD} ${height - PAD + 0.5}H${width - PAD}`} />
      {lines.map((points) => (
        <g key={points[0]?.x}>
          <path
            class="rm-spark-area"
            d={`${path(points)}L${round(points.at(-1)?.x ?? 0)} ${height - PAD}L${round(points[0]?.x ?? 0)} ${height - PAD}Z`}
          />
          <path class="rm-spark-line" d={path(points)} />
        </g>
      ))}
      <circle class="rm-spark-peak" cx={round(there.x)} cy={round(there.y)} r="2.4" />
      <circle class="rm-spark-now" cx={round(here.x)} cy={round(here.y)} r="2.6" />
    </svg>
  );
}
