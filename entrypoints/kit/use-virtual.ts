/** Binds @tanstack/virtual-core to Preact: only the rows near the window exist, so 1,000 rows open like 20. */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** Rows kept ready above and below the window: one screen of fast wheel turns. */
const OVERSCAN = 12;

export interface VirtualRows {
  items: VirtualItem[];
  totalPx: number;
  scrollToIndex(index: number): void;
}

/** Returns the rows to draw inside `scroller`, each `rowPx` high, re-rendering when the window moves. */
export function useVirtual(count: number, rowPx: number, scroller: RefObject<HTMLElement | null>): VirtualRows {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const options = {
    count,
    overscan: OVERSCAN,
    estimateSize: () => rowPx,
    getScrollElement: () => scroller.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(0),
  };
  const kept = useRef<Virtualizer<HTMLElement, Element> | null>(null);
  kept.current ??= new Virtualizer<HTMLElement, Element>(options);
  const virtual = kept.current;
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  // Heights that were noted before a window became narrow or wide count no more.
  useLayoutEffect(() => virtual.measure(), [virtual, rowPx]);
  useLayoutEffect(() => virtual._willUpdate());
  return {
    items: virtual.getVirtualItems(),
    totalPx: virtual.getTotalSize(),
    scrollToIndex: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}
