/**
 * When the card opens and closes: a pure machine. Each dwell on a mention has a token of its own; whatever comes late (a timer, an
 * answer) carries the token of the dwell that asked for it and is dropped when another dwell has begun since.
 */

/** Earliest moment at which a card may open when its figures are at hand: shorter, and passing over a word would flash cards. */
export const EARLY_MS = 200;
/** The card stays this long after the pointer left badge, word and card, so that the gap between them can be crossed (WCAG 1.4.13). */
export const CLOSE_MS = 300;

export interface HoverTarget {
  /** Key of the mention. */
  key: string;
  projectId: string;
}

interface Dwell {
  target: HoverTarget;
  token: number;
  /** Figures are at hand. */
  known: boolean;
  /** EARLY_MS have passed. */
  early: boolean;
}

export interface HoverState {
  /** Last token given out. */
  token: number;
  dwell: Dwell | null;
  shown: { target: HoverTarget; token: number } | null;
  /** Token of the running close timer. */
  closing: number | null;
  /** Keyboard focus is on a badge or in the card: leaving with the pointer does not close. */
  focused: boolean;
  /** Key of the mention whose card was closed by Escape while pointer or focus is still on it. */
  dismissed: string | null;
  /** Key of the mention that the pointer is on, by its word, badge or open card: a focus that was elsewhere does not close that one. */
  over: string | null;
}

export type HoverEvent =
  | { type: 'over'; target: HoverTarget }
  | { type: 'over-card' }
  | { type: 'out' }
  | { type: 'focus'; target: HoverTarget }
  | { type: 'focus-card' }
  | { type: 'blur' }
  | { type: 'press'; target: HoverTarget; moveFocus: boolean }
  | { type: 'escape' }
  | { type: 'outside' }
  | { type: 'timer'; name: 'early' | 'open' | 'close'; token: number }
  | { type: 'known'; token: number }
  | { type: 'gone'; key: string | null };

export type HoverEffect =
  | { do: 'wait'; name: 'early' | 'open' | 'close'; token: number; ms: number }
  /** Look up what is at hand on this device; never a request to a host. */
  | { do: 'look-up'; token: number; target: HoverTarget }
  | { do: 'show'; token: number; target: HoverTarget; moveFocus: boolean }
  | { do: 'hide'; returnFocus: boolean };

export type HoverStep = [state: HoverState, effects: HoverEffect[]];

export const IDLE: HoverState = {
  token: 0,
  dwell: null,
  shown: null,
  closing: null,
  focused: false,
  dismissed: null,
  over: null,
};

/** True while an answer that was asked for under `token` may still be shown. */
export function isCurrent(state: HoverState, token: number): boolean {
  return state.shown?.token === token;
}

function dwellOn(state: HoverState, target: HoverTarget, delayMs: number): HoverStep {
  if (state.dwell?.target.key === target.key) return [state, []];
  if (state.shown?.target.key === target.key) return [{ ...state, dwell: null, closing: null }, []];
  // Escape closed this one while pointer or focus stayed on it: it opens again only after they have left.
  if (state.dismissed === target.key) return [state, []];
  const token = state.token + 1;
  const [left, closing] = leave(state);
  return [
    { ...left, token, dismissed: null, dwell: { target, token, known: false, early: false } },
    [
      { do: 'look-up', token, target },
      { do: 'wait', name: 'early', token, ms: Math.min(EARLY_MS, delayMs) },
      { do: 'wait', name: 'open', token, ms: delayMs },
      ...closing,
    ],
  ];
}

/** The pointer is on nothing of ours: the dwell ends, the open card starts to close. */
function leave(state: HoverState): HoverStep {
  const idle = { ...state, dwell: null };
  if (!state.shown || state.closing !== null || state.focused) return [idle, []];
  return [
    { ...idle, closing: state.shown.token },
    [{ do: 'wait', name: 'close', token: state.shown.token, ms: CLOSE_MS }],
  ];
}

function show(state: HoverState, target: HoverTarget, token: number, moveFocus: boolean): HoverStep {
  return [
    {
      ...state,
      token: Math.max(state.token, token),
      dwell: null,
      shown: { target, token },
      closing: null,
      dismissed: null,
      // A focus in the card before is not in this one.
      focused: state.focused && state.shown?.target.key === target.key,
    },
    [{ do: 'show', token, target, moveFocus }],
  ];
}

function hide(state: HoverState, returnFocus: boolean): HoverStep {
  const next = { ...state, dwell: null, shown: null, closing: null, focused: returnFocus };
  return [next, state.shown ? [{ do: 'hide', returnFocus }] : []];
}

function press(state: HoverState, target: HoverTarget, moveFocus: boolean): HoverStep {
  // A press on what is open moves the focus into it; a new token would only make it read twice.
  if (state.shown?.target.key === target.key) return show(state, target, state.shown.token, moveFocus);
  const token = state.dwell?.target.key === target.key ? state.dwell.token : state.token + 1;
  const lookUp: HoverEffect[] = token === state.dwell?.token ? [] : [{ do: 'look-up', token, target }];
  const [next, effects] = show(state, target, token, moveFocus);
  return [next, [...effects, ...lookUp]];
}

function timer(state: HoverState, name: 'early' | 'open' | 'close', token: number): HoverStep {
  if (name === 'close') {
    if (state.closing !== token || state.focused) return [state, []];
    // The dwell on the next word goes on while the last card closes.
    return [{ ...state, shown: null, closing: null }, [{ do: 'hide', returnFocus: false }]];
  }
  const { dwell } = state;
  if (dwell?.token !== token) return [state, []];
  if (name === 'open' || dwell.known) return show(state, dwell.target, token, false);
  return [{ ...state, dwell: { ...dwell, early: true } }, []];
}

/** A pressed row goes with its card when the next word's takes its place, and its focus with it: the pointer holds the new one open. */
function blur(state: HoverState): HoverStep {
  const next = { ...state, focused: false, dismissed: null };
  return !state.focused && state.shown && state.over === state.shown.target.key ? [next, []] : leave(next);
}

function known(state: HoverState, token: number): HoverStep {
  const { dwell } = state;
  if (dwell?.token !== token) return [state, []];
  return dwell.early ? show(state, dwell.target, token, false) : [{ ...state, dwell: { ...dwell, known: true } }, []];
}

function gone(state: HoverState, key: string | null): HoverStep {
  const dwell = key === null || state.dwell?.target.key === key ? null : state.dwell;
  if (state.shown && (key === null || state.shown.target.key === key)) {
    const [next, effects] = hide({ ...state, focused: false }, false);
    return [{ ...next, dwell }, effects];
  }
  return [{ ...state, dwell }, []];
}

/**
 * One step of the machine. `delayMs` is the reader's delay (500 by default): the card opens then, or from EARLY_MS on as soon as
 * its figures are at hand; at once on a press.
 */
export function hover(state: HoverState, event: HoverEvent, delayMs: number): HoverStep {
  switch (event.type) {
    case 'over':
      return dwellOn({ ...state, over: event.target.key }, event.target, delayMs);
    case 'over-card':
      return [{ ...state, dwell: null, closing: null, over: state.shown?.target.key ?? null }, []];
    case 'out':
      return leave({ ...state, over: null, dismissed: state.focused ? state.dismissed : null });
    case 'focus':
      return dwellOn({ ...state, focused: state.shown?.target.key === event.target.key }, event.target, delayMs);
    case 'focus-card':
      return [{ ...state, dwell: null, closing: null, focused: true }, []];
    case 'blur':
      return blur(state);
    case 'press':
      return press(state, event.target, event.moveFocus);
    case 'escape':
      return hide({ ...state, dismissed: state.shown?.target.key ?? state.dwell?.target.key ?? null }, state.focused);
    case 'outside':
      return hide({ ...state, focused: false }, false);
    case 'timer':
      return timer(state, event.name, event.token);
    case 'known':
      return known(state, event.token);
    case 'gone':
      return gone(state, event.key);
  }
}
