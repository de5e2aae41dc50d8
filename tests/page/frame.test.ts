import { describe, expect, it, vi } from 'vitest';
import { pageOf, whenLarge } from '../../lib/page/frame.ts';

/** A window as far as it is asked; `top` may refuse, as a foreign page's does. */
function view(contentType: string, top?: object) {
  const made = Object.assign(new EventTarget(), {
    document: { contentType },
    innerWidth: 0,
    innerHeight: 0,
    top: undefined as unknown,
  });
  made.top = top ?? made;
  return made as unknown as Window & { innerWidth: number; innerHeight: number };
}
const foreign = {
  get document(): never {
    throw new Error('SecurityError');
  },
};

describe('pageOf', () => {
  it.each(['text/html', 'application/xhtml+xml'])('is the page itself for %s', (type) => {
    const page = view(type);
    expect(pageOf(page)).toBe(page);
  });

  it('is the top page for a frame of its origin, and nothing in a frame of another', () => {
    const top = view('text/html');
    expect(pageOf(view('text/html', top))).toBe(top);
    expect(pageOf(view('text/html', foreign))).toBeUndefined();
  });

  it.each(['application/pdf', 'text/plain', 'text/xml', 'application/xml', 'image/svg+xml', 'image/png'])(
    'is nothing for %s',
    (type) => expect(pageOf(view(type))).toBeUndefined(),
  );
});

describe('whenLarge', () => {
  it.each([
    [200, 100, true],
    [199, 100, false],
    [200, 99, false],
    [0, 0, false],
  ])('at %i × %i px: %s', async (width, height, isLarge) => {
    const frame = Object.assign(view('text/html'), { innerWidth: width, innerHeight: height });
    const done = vi.fn();
    void whenLarge(frame, new AbortController().signal).then(done);
    await Promise.resolve();
    await Promise.resolve();
    expect(done).toHaveBeenCalledTimes(isLarge ? 1 : 0);
  });

  it('waits for the frame to grow, and no longer than its signal', async () => {
    const end = new AbortController();
    const frame = view('text/html');
    const done = vi.fn();
    void whenLarge(frame, end.signal).then(done);
    Object.assign(frame, { innerWidth: 600, innerHeight: 300 });
    frame.dispatchEvent(new Event('resize'));
    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
    const late = view('text/html');
    const never = vi.fn();
    void whenLarge(late, end.signal).then(never);
    end.abort();
    Object.assign(late, { innerWidth: 600, innerHeight: 300 });
    late.dispatchEvent(new Event('resize'));
    await Promise.resolve();
    expect(never).not.toHaveBeenCalled();
  });
});
