/** Pointer, touch and keyboard, translated into events of the hover machine. */
import type { HoverEvent, HoverTarget } from '../../lib/domain/hover.ts';
import type { Badges } from './badges.ts';
import { STRIP_KEY } from './card-slot.ts';
import type { OverlayHost } from './host.ts';

interface Wiring {
  overlay: OverlayHost;
  badges: Badges;
  card: HTMLElement;
  signal: AbortSignal;
  dispatch(event: HoverEvent): void;
  isOpen(): boolean;
  targetOf(key: string): HoverTarget | undefined;
  isRtl(): boolean;
}

const FORWARD = ['ArrowDown', 'ArrowRight'];
const BACK = ['ArrowUp', 'ArrowLeft'];

function listenPointer({ overlay, badges, card, signal, dispatch, targetOf }: Wiring): void {
  const page = overlay.host.ownerDocument;
  let waiting = false;
  // composedPath() is empty once the event is over: what the frame needs of it is kept.
  let last: { x: number; y: number; target: EventTarget | undefined; own: boolean } | null = null;
  let inside = false;

  function look(): void {
    waiting = false;
    if (!last) return;
    const { x, y, target, own } = last;
    const under = own ? overlay.shadow.elementFromPoint(x, y) : null;
    if (under && card.contains(under)) {
      enter({ type: 'over-card' });
      return;
    }
    const key = own ? badges.keyOf(under) : badges.at(x, y, target ?? null)?.mention.key;
    const found = key === undefined ? undefined : targetOf(key);
    if (found) enter({ type: 'over', target: found });
    else leave();
  }
  function enter(event: HoverEvent): void {
    inside = true;
    dispatch(event);
  }
  function leave(): void {
    if (inside) dispatch({ type: 'out' });
    inside = false;
  }
  const onMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    last = { x, y, target: event.composedPath()[0], own: event.target === overlay.host };
    if (!waiting) (page.defaultView as Window).requestAnimationFrame(look);
    waiting = true;
  };
  const options = { signal, passive: true, capture: true };
  page.addEventListener('pointermove', onMove, options);
  page.documentElement.addEventListener('pointerleave', leave, { signal, passive: true });
  page.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target !== overlay.host) dispatch({ type: 'outside' });
    },
    options,
  );
}

function listenFocus(
  { overlay, badges, card, signal, dispatch, targetOf }: Wiring,
  quiet: { until: string | null },
): void {
  const { root } = overlay;
  root.addEventListener(
    'focusin',
    (event) => {
      const node = event.target as Element;
      if (card.contains(node)) {
        dispatch({ type: 'focus-card' });
        return;
      }
      const key = badges.keyOf(node);
      const target = key === undefined ? undefined : targetOf(key);
      // A click focuses too; only the keyboard's focus opens by itself.
      if (target && quiet.until !== key && node.matches(':focus-visible')) dispatch({ type: 'focus', target });
      quiet.until = null;
    },
    { signal },
  );
  root.addEventListener(
    'focusout',
    (event) => {
      if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) dispatch({ type: 'blur' });
    },
    { signal },
  );
  root.addEventListener(
    'click',
    (event) => {
      const key = badges.keyOf(event.target as Element);
      const target = key === undefined ? undefined : targetOf(key);
      // A click without a pointer position is Enter or Space.
      if (target) dispatch({ type: 'press', target, moveFocus: (event as MouseEvent).detail === 0 });
    },
    { signal },
  );
}

function listenKeys({ overlay, badges, signal, dispatch, isOpen, isRtl }: Wiring): void {
  const page = overlay.host.ownerDocument;
  let before: HTMLElement | null = null;
  overlay.host.addEventListener(
    'focusin',
    (event) => {
      if (event.relatedTarget instanceof HTMLElement && event.relatedTarget !== overlay.host)
        before = event.relatedTarget;
    },
    { signal },
  );
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      const ours = page.activeElement === overlay.host;
      if (isOpen()) {
        dispatch({ type: 'escape' });
        event.stopPropagation();
        event.preventDefault();
      } else if (ours) {
        // Out of the badges, back to where the reader was.
        (overlay.shadow.activeElement as HTMLElement | null)?.blur();
        before?.focus({ preventScroll: true });
        dispatch({ type: 'escape' });
      }
    },
    { signal, capture: true },
  );
  overlay.root.addEventListener(
    'keydown',
    (event) => {
      const key = badges.keyOf(event.target as Element);
      const shown = badges.all().map(({ mention }) => mention.key);
      const at = key === undefined ? -1 : shown.indexOf(key);
      if (at < 0) return;
      const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
      const turn = sideways && isRtl() ? -1 : 1;
      const step = FORWARD.includes(event.key) ? turn : BACK.includes(event.key) ? -turn : 0;
      const next = event.key === 'Home' ? 0 : event.key === 'End' ? shown.length - 1 : at + step;
      if (next === at || !shown[next]) return;
      event.preventDefault();
      badges.focus(shown[next]);
    },
    { signal },
  );
}

/** Starts listening until the signal aborts. Returns how to focus a badge, or the strip, without opening its card. */
export function listen(wiring: Wiring): { returnFocus(key: string): void } {
  const quiet: { until: string | null } = { until: null };
  listenPointer(wiring);
  listenFocus(wiring, quiet);
  listenKeys(wiring);
  return {
    returnFocus(key) {
      quiet.until = key;
      if (key === STRIP_KEY) wiring.overlay.root.querySelector<HTMLElement>('.rm-strip-open')?.focus();
      else wiring.badges.focus(key);
      quiet.until = null;
    },
  };
}
