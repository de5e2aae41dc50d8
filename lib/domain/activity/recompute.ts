/** Recompute: every figure once more from the stored facts, beside the figure that was shown. */
import type { CodeReport, Signal, SignalId } from '../signal.ts';
import { type CodeReportInput, codeReport } from './code-report.ts';

export interface Recomputed {
  id: SignalId;
  /** Same value (or the same reason for none) and the same inputs of the formula. */
  equal: boolean;
  /** The figure that was shown; the reason where there was none. */
  before: Signal['value'];
  after: Signal['value'];
}

/**
 * Derives every signal and the verdict again from stored facts and compares them with `report`. `input` must be what the
 * report was made from, `now` included: days are counted up to it. A signal that one side lacks is not equal.
 */
export function recompute(input: CodeReportInput, report: CodeReport): Recomputed[] {
  const again = codeReport(input);
  const before = new Map(report.signals.map((signal) => [signal.id, signal]));
  const after = new Map(again.signals.map((signal) => [signal.id, signal]));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return [
    ...ids.map((id) => compare(id, before.get(id), after.get(id))),
    {
      id: 'code-verdict',
      equal: report.verdict === again.verdict && report.confidence === again.confidence,
      before: report.verdict,
      after: again.verdict,
    },
  ];
}

function compare(id: SignalId, before: Signal | undefined, after: Signal | undefined): Recomputed {
  const shown = (signal: Signal | undefined) => signal?.value ?? signal?.unknown ?? null;
  const equal = before !== undefined && after !== undefined && sameFigure(before, after);
  return { id, equal, before: shown(before), after: shown(after) };
}

function sameFigure(a: Signal, b: Signal): boolean {
  return Object.is(a.value, b.value) && a.unknown === b.unknown && sameInputs(a.inputs ?? {}, b.inputs ?? {});
}

function sameInputs(a: NonNullable<Signal['inputs']>, b: NonNullable<Signal['inputs']>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => Object.is(a[name], b[name]));
}
