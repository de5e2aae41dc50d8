/** Charts of weekly series by uPlot, in the page's own colours, with a text alternative beside them (see callers). */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './css/chart.css';

export interface ChartLine {
  label: string;
  /** One value per entry of `weeks`; null where unknown: the line has a gap there, never a zero. */
  values: (number | null)[];
  /** Name of a CSS colour variable, e.g. "--line-1". */
  colour: string;
  /** Dash pattern, so that lines are told apart without colour. */
  dash?: number[];
  /** Filled below, for a single line; bars for sums of a week. */
  shape?: 'line' | 'area' | 'bars';
}

export interface ChartInput {
  /** Unix s of each point, ascending. */
  weeks: number[];
  lines: ChartLine[];
  height: number;
  weekLabel: string;
  /** Of the axis, short. */
  formatDate(ms: number): string;
  /** Of one week, to the day: beside its figures. */
  formatWeek(ms: number): string;
  formatNumber(value: number): string;
  /** Charts of one group move their cursors together. */
  group?: string;
}

const cssVar = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
/** Least width: what two axis labels and a line need. */
const MIN_PX = 240;
/** Room for the numbers at the side, the same in charts that stand below each other. */
const AXIS_PX = 48;
/** Room at the right: half of the last date on the axis stands beyond the last week. */
const LAST_LABEL_PX = 36;
/** What a filled shape has of its line's colour: bars are thin, areas are large. */
const FILL = { line: 0, area: 0.12, bars: 0.6 };
/** A reader who changes these sees the chart follow. */
const SCHEMES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

/** The colour with less of it; canvas takes any colour that CSS knows, names of the system's too. */
const faint = (colour: string, part: number) => `color-mix(in srgb, ${colour} ${part * 100}%, transparent)`;

function seriesOf(line: ChartLine, formatNumber: ChartInput['formatNumber']): uPlot.Series {
  const stroke = cssVar(line.colour) || 'CanvasText';
  const shape = line.shape ?? 'line';
  return {
    label: line.label,
    stroke,
    width: shape === 'bars' ? 0 : 1.75,
    ...(line.dash ? { dash: line.dash } : {}),
    ...(shape === 'line' ? {} : { fill: faint(stroke, FILL[shape]) }),
    ...(shape === 'bars' && uPlot.paths.bars ? { paths: uPlot.paths.bars({ size: [0.7, 12] }) } : {}),
    points: { show: false },
    value: (_: uPlot, v: number | null) => (v === null ? '–' : formatNumber(v)),
  };
}

function options(input: ChartInput, width: number): uPlot.Options {
  const ink = cssVar('--rm-ink-2') || 'CanvasText';
  const grid = { stroke: cssVar('--chart-grid') || 'GrayText', width: 1 };
  const font = `11px ${cssVar('--rm-font') || 'sans-serif'}`;
  const axis = { stroke: ink, grid, font, ticks: { show: false } };
  return {
    width,
    height: input.height,
    padding: [null, LAST_LABEL_PX, null, null],
    cursor: { y: false, points: { size: 7 }, ...(input.group ? { sync: { key: input.group } } : {}) },
    legend: { live: true, markers: { width: 2, fill: () => 'transparent' } },
    scales: { y: { range: (_, __, max) => [0, Math.max(1, max * 1.05)] } },
    axes: [
      { ...axis, size: 26, space: 90, values: (_, splits) => splits.map((s) => input.formatDate(s * 1000)) },
      { ...axis, size: AXIS_PX, space: 28, incrs: COUNTS, values: (_, splits) => splits.map(input.formatNumber) },
    ],
    series: [
      { label: input.weekLabel, value: (_, s) => (s === null ? '' : input.formatWeek(s * 1000)) },
      ...input.lines.map((line) => seriesOf(line, input.formatNumber)),
    ],
  };
}
/** Steps of the axis: people and commits are whole. */
const COUNTS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

export interface Chart {
  destroy(): void;
  /** The chart as a canvas, for saving. */
  canvas(): HTMLCanvasElement;
}

/** The legend tells the newest week while no pointer is on the chart. */
function tellNewest(plot: uPlot, count: number): void {
  const tell = () => plot.setLegend({ idx: count - 1 }, false);
  // The first drawing comes a task later and clears what was told before it.
  requestAnimationFrame(tell);
  plot.over.addEventListener('mouseleave', () => requestAnimationFrame(tell));
}

/** Draws the chart into `host`, as wide as the host and in the scheme that the reader has now. Returns its handle. */
export function drawChart(host: HTMLElement, input: ChartInput): Chart {
  const data = [input.weeks, ...input.lines.map((l) => l.values)] as uPlot.AlignedData;
  const width = () => Math.max(MIN_PX, host.clientWidth);
  const draw = () => {
    const plot = new uPlot(options(input, width()), data, host);
    tellNewest(plot, input.weeks.length);
    return plot;
  };
  let plot = draw();
  const resize = new ResizeObserver(() => plot.setSize({ width: width(), height: input.height }));
  resize.observe(host);
  const again = () => {
    plot.destroy();
    plot = draw();
  };
  const schemes = SCHEMES.map((query) => matchMedia(query));
  for (const scheme of schemes) scheme.addEventListener('change', again);
  return {
    destroy() {
      for (const scheme of schemes) scheme.removeEventListener('change', again);
      resize.disconnect();
      plot.destroy();
    },
    canvas: () => plot.ctx.canvas,
  };
}

/** Charts below each other as one PNG, each under its title. A canvas has no ground: painted on the page's, it reads well anywhere. */
export function chartsPng(parts: { title: string; chart: Chart }[]): Promise<Blob | null> {
  const sources = parts.map(({ title, chart }) => ({ title, canvas: chart.canvas() }));
  const scale = devicePixelRatio;
  const band = 28 * scale;
  const copy = document.createElement('canvas');
  copy.width = Math.max(...sources.map(({ canvas }) => canvas.width));
  copy.height = sources.reduce((sum, { canvas }) => sum + canvas.height + band, 0);
  const ctx = copy.getContext('2d');
  if (!ctx) return Promise.resolve(null);
  ctx.fillStyle = cssVar('--rm-surface') || '#fff';
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.font = `600 ${13 * scale}px ${cssVar('--rm-font') || 'sans-serif'}`;
  let y = 0;
  for (const { title, canvas } of sources) {
    ctx.fillStyle = cssVar('--rm-ink') || '#000';
    ctx.fillText(title, 12 * scale, y + 19 * scale);
    ctx.drawImage(canvas, 0, y + band);
    y += canvas.height + band;
  }
  return new Promise((resolve) => copy.toBlob(resolve, 'image/png'));
}
