/** What a row of the table is, and what it gets to measure with. Each file in rows/ exports an array of rows. */
import type { Browser, Page } from 'puppeteer-core';
import type { PackedPrefilter } from '../../lib/domain/detect/prefilter.ts';

export interface BenchContext {
  browser: Browser;
  /** Fresh tabs per figure. */
  tabs: number;
  /** A new tab on an empty page with the bench script evaluated. The caller closes it. */
  tab(): Promise<Page>;
  /** Prefilter of the shipped registry, or of so many made-up projects more or fewer. */
  prefilter(projects?: number): PackedPrefilter;
}

export interface BenchRow {
  figure: string;
  goal: string;
  /** The measured figure as text, and whether the goal is met; `note` says what was tried where it is not. */
  run(context: BenchContext): Promise<{ value: string; met: boolean; note?: string }>;
}

/** The functions of page.ts as a tab sees them. */
export interface PageBench {
  build(seed: number, characters: number, nodes: number): void;
  bare(): number;
  scan(packed: PackedPrefilter): Promise<{ ms: number; longest: number; keys: number }>;
  scroll(packed: PackedPrefilter, batches: number, nodes: number): Promise<number>;
  lens(characters: number): Promise<{ ms: number; longest: number; claims: number }>;
}
