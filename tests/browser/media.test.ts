/** Marks in the looks that a reader's system asks for: forced colours, less motion, paper. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { start, stop } from './overlay-kit.ts';

const TEXT = '<p id="text">Uniswap and Aave lend to Lido.</p>';

const media = (features: { name: string; value: string }[], kind = '') =>
  (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send('Emulation.setEmulatedMedia', {
    media: kind,
    features,
  });

afterEach(async () => {
  await media([]);
  stop();
});

async function drawn() {
  const kit = start(TEXT);
  await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
  return kit;
}

describe('marks', () => {
  it('take the system’s two colours of buttons where colours are forced', async () => {
    const kit = await drawn();
    await media([{ name: 'forced-colors', value: 'active' }]);
    const probe = document.createElement('i');
    probe.style.cssText = 'color:ButtonText;background:ButtonFace;forced-color-adjust:none';
    document.body.append(probe);
    const { color, backgroundColor } = getComputedStyle(probe);
    const badge = kit.badge('aave');
    const part = (name: string) => getComputedStyle(badge.querySelector(name) as Element);
    await vi.waitFor(() => expect(part('.rm-mark-body').fill).toBe(color));
    expect(part('.rm-mark-glyph').stroke).toBe(backgroundColor);
    expect(color).not.toBe(backgroundColor);
  });

  it('move by themselves for nobody, whether motion is wanted or not', async () => {
    const kit = await drawn();
    for (const value of ['reduce', 'no-preference']) {
      await media([{ name: 'prefers-reduced-motion', value }]);
      const running = kit.badges().flatMap((badge) => badge.getAnimations({ subtree: true }));
      expect(running).toEqual([]);
    }
  });

  it('are not printed', async () => {
    const kit = await drawn();
    await media([], 'print');
    await vi.waitFor(() => expect(kit.badge('aave').getClientRects()).toHaveLength(0));
    await media([], '');
    await vi.waitFor(() => expect(kit.badge('aave').getClientRects().length).toBeGreaterThan(0));
  });
});
