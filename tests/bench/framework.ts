/**
 * What a row of the table is, and what it gets to measure with. Each file in rows/ exports an array `rows`; its name is what
 * `--only` asks for.
 */
import type { Browser, Page } from 'puppeteer-core';
import type { PackedPrefilter } from '../../lib/domain/detect/prefilter.ts';
import type { BrowserKind } from '../../lib/tools/browser/types.ts';
import type { Stage } from '../e2e/kit.ts';
import type { PageSize } from './pages.ts';

export interface Outcome {
  /** The measured figure as text, with its unit. */
  value: string;
  /** Whether the goal is met; null for a figure without a goal. */
  met: boolean | null;
  /** What was tried, or what the figure leaves out. Shown beside "met" or "missed". */
  note?: string;
}

export interface BenchContext {
  kind: BrowserKind;
  browser: Browser;
  /** Fresh tabs per figure. */
  tabs: number;
  /** A new tab on an empty page with the bench script (page.ts) evaluated. The caller closes it. */
  tab(): Promise<Page>;
  /** Prefilter of the shipped registry, or of so many made-up projects more or fewer. */
  prefilter(projects?: number): PackedPrefilter;
  /** A browser of its own with the built extension, in the world of the end-to-end tests; one for all rows of this kind. */
  stage(): Promise<Stage>;
}

interface RowWords {
  figure: string;
  /** As it stands in the table; '' where there is none. */
  goal: string;
}

/** A row without a browser: counts requests, parses files. It may take `tabs` as the number of repetitions. */
export interface NodeRow extends RowWords {
  in: 'node';
  run(repeat: number): Promise<Outcome>;
}

/** A row in a real browser, Chromium where nothing is said. */
export interface BrowserRow extends RowWords {
  in?: BrowserKind;
  run(context: BenchContext): Promise<Outcome>;
}

export type BenchRow = NodeRow | BrowserRow;

export interface Sample {
  /** The bare walk (L), ms. */
  bare: number;
  /** Our own slices, ms, and the longest of them. */
  ms: number;
  longest: number;
}

/** The functions of page.ts as a tab sees them. */
export interface PageBench {
  build(seed: number, size: PageSize): void;
  bare(): number;
  scan(packed: PackedPrefilter): Promise<{ ms: number; longest: number; keys: number }>;
  /** ms. */
  unpack(packed: PackedPrefilter): number;
  scroll(packed: PackedPrefilter, batches: number, nodes: number): Promise<number>;
  lens(characters: number): Promise<{ ms: number; longest: number; claims: number }>;
}
