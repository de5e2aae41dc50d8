/** Charts of weekly series by uPlot, in the page's own colours, with a text alternative beside them (see callers). */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface ChartLine {
  label: string;
  /** One value per entry of `weeks`; null where unknown: the line has a gap there, never a zero. */
  values: (number | null)[];
  /** Name of a CSS colour variable, e.g. "--line-1". */
  colour: string;
  /** Dash pattern, so that lines are told apart without colour. */
  dash?: number[];
}

export interface ChartInput {
  /** Unix s of each point, ascending. */
  weeks: number[];
  lines: ChartLine[];
  height: number;
  weekLabel: string;
  formatDate(ms: number): string;
  formatNumber(value: number): string;
}

const cssVar = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function options(input: ChartInput, width: number): uPlot.Options {
  const ink = cssVar('--ink-2') || '#555';
  const grid = { stroke: cssVar('--line') || '#ddd', width: 1 };
  return {
    width,
    height: input.height,
    cursor: { y: false },
    legend: { live: true },
    scales: { y: { range: (_, __, max) => [0, Math.max(1, max * 1.05)] } },
    axes: [
      { stroke: ink, grid, values: (_, splits) => splits.map((s) => input.formatDate(s * 1000)) },
      { stroke: ink, grid, size: 44, values: (_, splits) => splits.map((v) => input.formatNumber(v)) },
    ],
    series: [
      { label: input.weekLabel, value: (_, s) => (s === null ? '' : input.formatDate(s * 1000)) },
      ...input.lines.map((line) => ({
        label: line.label,
        stroke: cssVar(line.colour) || ink,
        width: 2,
        ...(line.dash ? { dash: line.dash } : {}),
        points: { show: false },
        value: (_: uPlot, v: number | null) => (v === null ? '–' : input.formatNumber(v)),
      })),
    ],
  };
}

export interface Chart {
  destroy(): void;
  /** The chart as a PNG, for saving. */
  toBlob(): Promise<Blob | null>;
}

/** Draws the chart into `host` and keeps it as wide as the host. Returns its handle. */
export function drawChart(host: HTMLElement, input: ChartInput): Chart {
  const data = [input.weeks, ...input.lines.map((l) => l.values)] as uPlot.AlignedData;
  const plot = new uPlot(options(input, Math.max(240, host.clientWidth)), data, host);
  const resize = new ResizeObserver(() =>
    plot.setSize({ width: Math.max(240, host.clientWidth), height: input.height }),
  );
  resize.observe(host);
  return {
    destroy() {
      resize.disconnect();
      plot.destroy();
    },
    toBlob: () => chartBlob(plot),
  };
}

/** The canvas alone has no ground: painted on the page's colour, so that the file reads well anywhere. */
function chartBlob(plot: uPlot): Promise<Blob | null> {
  const source = plot.ctx.canvas;
  const copy = document.createElement('canvas');
  copy.width = source.width;
  copy.height = source.height;
  const ctx = copy.getContext('2d');
  if (!ctx) return Promise.resolve(null);
  ctx.fillStyle = cssVar('--paper') || '#fff';
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(source, 0, 0);
  return new Promise((resolve) => copy.toBlob(resolve, 'image/png'));
}
