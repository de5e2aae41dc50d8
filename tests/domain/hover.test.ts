import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLOSE_MS,
  EARLY_MS,
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  hover,
  IDLE,
} from '../../lib/domain/hover.ts';

const DELAY = 500;
const a = { key: 'a', projectId: 'uniswap' };
const b = { key: 'b', projectId: 'aave' };

/** Runs events; timers are events of the test. Returns the last state and all effects. */
function run(events: HoverEvent[], from: HoverState = IDLE): { state: HoverState; effects: HoverEffect[] } {
  const effects: HoverEffect[] = [];
  let state = from;
  for (const event of events) {
    const [next, more] = hover(state, event, DELAY);
    state = next;
    effects.push(...more);
  }
  return { state, effects };
}
const over = (target = a): HoverEvent => ({ type: 'over', target });
const timer = (name: 'early' | 'open' | 'close', token: number): HoverEvent => ({ type: 'timer', name, token });
const shown = ({ state }: { state: HoverState }) => state.shown?.target.key ?? null;

describe('hover', () => {
  it('asks for nothing but a look-up on this device and three timers when the pointer comes', () => {
    const { effects } = run([over()]);
    expect(effects).toEqual([
      { do: 'look-up', token: 1, target: a },
      { do: 'wait', name: 'early', token: 1, ms: EARLY_MS },
      { do: 'wait', name: 'open', token: 1, ms: DELAY },
    ]);
  });
  it.each<[string, HoverEvent[], string | null]>([
    ['opens after the delay', [over(), timer('open', 1)], 'a'],
    ['opens early when figures are at hand', [over(), { type: 'known', token: 1 }, timer('early', 1)], 'a'],
    [
      'opens as soon as figures come after the early moment',
      [over(), timer('early', 1), { type: 'known', token: 1 }],
      'a',
    ],
    ['does not open early without figures', [over(), timer('early', 1)], null],
    ['does not open once the pointer left', [over(), { type: 'out' }, timer('open', 1)], null],
    ['drops the timer of an earlier dwell', [over(), over(b), timer('open', 1)], null],
    ['drops the figures of an earlier dwell', [over(), over(b), timer('early', 2), { type: 'known', token: 1 }], null],
    ['opens at once on a press', [{ type: 'press', target: b, moveFocus: true }], 'b'],
    ['opens on keyboard focus after the delay', [{ type: 'focus', target: a }, timer('open', 1)], 'a'],
    ['closes after leaving', [over(), timer('open', 1), { type: 'out' }, timer('close', 1)], null],
    [
      'stays when the pointer reaches the card',
      [over(), timer('open', 1), { type: 'out' }, { type: 'over-card' }, timer('close', 1)],
      'a',
    ],
    [
      'stays when the pointer comes back to the word',
      [over(), timer('open', 1), { type: 'out' }, over(), timer('close', 1)],
      'a',
    ],
    [
      'stays while focus is in the card',
      [over(), timer('open', 1), { type: 'focus-card' }, { type: 'out' }, timer('close', 1)],
      'a',
    ],
    [
      'closes when focus leaves the card',
      [over(), timer('open', 1), { type: 'focus-card' }, { type: 'blur' }, timer('close', 1)],
      null,
    ],
    ['closes on Escape', [over(), timer('open', 1), { type: 'escape' }], null],
    [
      'stays closed after Escape while the pointer rests',
      [over(), timer('open', 1), { type: 'escape' }, over(), timer('open', 2)],
      null,
    ],
    [
      'opens again after Escape once the pointer left',
      [over(), timer('open', 1), { type: 'escape' }, { type: 'out' }, over(), timer('open', 2)],
      'a',
    ],
    ['closes on a press elsewhere', [over(), timer('open', 1), { type: 'outside' }], null],
    [
      'goes on with the next word while the last card closes',
      [over(), timer('open', 1), over(b), timer('close', 1), timer('open', 2)],
      'b',
    ],
    ['closes when its mention is gone', [over(), timer('open', 1), { type: 'gone', key: 'a' }], null],
    ['stays when another mention is gone', [over(), timer('open', 1), { type: 'gone', key: 'b' }], 'a'],
    [
      'stays for the next word when the focus goes with the card before',
      [
        over(),
        timer('open', 1),
        { type: 'focus-card' },
        over(b),
        timer('open', 2),
        { type: 'blur' },
        timer('close', 2),
      ],
      'b',
    ],
    [
      'closes when the focus leaves after the pointer',
      [over(), timer('open', 1), { type: 'focus-card' }, { type: 'out' }, { type: 'blur' }, timer('close', 1)],
      null,
    ],
    ['closes on navigation', [over(), timer('open', 1), { type: 'gone', key: null }], null],
  ])('%s', (_, events, expected) => {
    expect(shown(run(events))).toBe(expected);
  });
  it('gives focus back on Escape only when focus was with us', () => {
    const open: HoverEvent[] = [over(), timer('open', 1)];
    expect(run([...open, { type: 'escape' }]).effects.at(-1)).toEqual({ do: 'hide', returnFocus: false });
    expect(run([...open, { type: 'focus-card' }, { type: 'escape' }]).effects.at(-1)).toEqual({
      do: 'hide',
      returnFocus: true,
    });
  });
  it('waits CLOSE_MS before it closes', () => {
    expect(run([over(), timer('open', 1), { type: 'out' }]).effects.at(-1)).toEqual({
      do: 'wait',
      name: 'close',
      token: 1,
      ms: CLOSE_MS,
    });
  });
});

/** A world with a clock: timers and answers come when they are due, in any order that delays allow. */
function simulate(steps: { event: HoverEvent; afterMs: number; answerMs: number }[]): void {
  let state = IDLE;
  let now = 0;
  let card: { key: string; projectId: string; token: number } | null = null;
  let pointer: string | null = null;
  let queue: { at: number; event?: HoverEvent; answer?: { token: number; projectId: string } }[] = [];
  let answerMs = 0;

  function apply(event: HoverEvent): void {
    const [next, effects] = hover(state, event, DELAY);
    state = next;
    for (const effect of effects) {
      if (effect.do === 'wait') queue.push({ at: now + effect.ms, event: timer(effect.name, effect.token) });
      else if (effect.do === 'look-up')
        queue.push({ at: now + answerMs, answer: { token: effect.token, projectId: effect.target.projectId } });
      else if (effect.do === 'show') {
        card = { ...effect.target, token: effect.token };
        // A card opened by dwelling is the card of what the pointer rests on.
        if (event.type === 'timer' || event.type === 'known') expect(effect.target.key).toBe(pointer);
      } else card = null;
    }
    expect(card?.token ?? null).toBe(state.shown?.token ?? null);
  }
  function drain(until: number): void {
    for (;;) {
      const due = queue.filter(({ at }) => at <= until).sort((x, y) => x.at - y.at)[0];
      if (!due) break;
      queue = queue.filter((one) => one !== due);
      now = due.at;
      if (due.event) apply(due.event);
      else if (due.answer) {
        // An answer is shown only in the card of its own project.
        if (state.shown?.token === due.answer.token) expect(card?.projectId).toBe(due.answer.projectId);
        apply({ type: 'known', token: due.answer.token });
      }
    }
    now = until;
  }
  for (const step of steps) {
    drain(now + step.afterMs);
    answerMs = step.answerMs;
    if (step.event.type === 'over') pointer = step.event.target.key;
    if (step.event.type === 'out' || step.event.type === 'over-card') pointer = null;
    apply(step.event);
  }
  apply({ type: 'blur' });
  pointer = null;
  apply({ type: 'out' });
  drain(now + 10_000);
  expect(card).toBeNull();
}

describe('hover under 1,000 rapid hovers', () => {
  const target = fc.integer({ min: 0, max: 9 }).map((n) => ({ key: `m${n}`, projectId: `p${n}` }));
  const event = fc.oneof(
    { weight: 8, arbitrary: target.map((t): HoverEvent => ({ type: 'over', target: t })) },
    { weight: 3, arbitrary: fc.constant<HoverEvent>({ type: 'out' }) },
    { weight: 1, arbitrary: fc.constant<HoverEvent>({ type: 'over-card' }) },
    { weight: 1, arbitrary: fc.constant<HoverEvent>({ type: 'escape' }) },
    { weight: 1, arbitrary: fc.constant<HoverEvent>({ type: 'outside' }) },
  );
  const step = fc.record({
    event,
    afterMs: fc.integer({ min: 0, max: 700 }),
    answerMs: fc.integer({ min: 0, max: 2000 }),
  });

  it('shows no wrong card', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1000, maxLength: 1000 }), (steps) => {
        simulate(steps);
      }),
      { numRuns: 20 },
    );
  });
});
