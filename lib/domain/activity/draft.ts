/** A computed value before confidence is set: what compute hands to judge. */
import type { CodeSignalId, Evidence, FigureSource, UnknownReason } from '../signal.ts';

export interface Draft {
  id: CodeSignalId;
  value: number | string | null;
  unknown?: UnknownReason;
  /** Window, Unix s, half-open. */
  from?: number;
  to?: number;
  source: FigureSource;
  /** Unix ms of the newest input; null where there is none. */
  asOf: number | null;
  evidence: Evidence[];
  inputs?: Record<string, number | string | null>;
  /** Computed over a part of R only, because the rest could not be read. */
  partial?: boolean;
}

/** A draft without a value, for a stated reason. Inputs stay, so that the reader sees what fell short. */
export function unknown(id: CodeSignalId, reason: UnknownReason, more: Partial<Draft> = {}): Draft {
  return { source: 'none', asOf: null, evidence: [], ...more, id, value: null, unknown: reason };
}

/** The draft, or unknown for a reason when its stated minimum is not met; a reason that it already has stays. */
export function atLeast(minimumMet: boolean, reason: UnknownReason, draft: Draft): Draft {
  if (minimumMet && (draft.value !== null || draft.unknown)) return draft;
  return { ...draft, value: null, unknown: reason };
}
