/** A page with Trusted Types and no styles of its own allowed; alone in its file, since a policy can't be taken back. */
import { expect, it, vi } from 'vitest';
import { mentionsOf, start } from './overlay-kit.ts';

const TEXT = '<p>Readers of Uniswap and Aave also follow Lido here.</p>';

it('overlay under Trusted Types and a strict policy still has marks and card', async () => {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "require-trusted-types-for 'script'; style-src 'none'";
  const kit = start(TEXT);
  document.head.append(meta);
  const refused: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => refused.push(violatedDirective));
  kit.findings();
  const box = mentionsOf(['Aave'])[0]?.range.getBoundingClientRect() as DOMRect;
  document.querySelector('p')?.dispatchEvent(
    new PointerEvent('pointermove', {
      clientX: box.left + 5,
      clientY: box.top + 8,
      bubbles: true,
      pointerType: 'mouse',
    }),
  );
  await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
  expect(kit.card().querySelector('h2')?.textContent).toBe('aave');
  expect(getComputedStyle(kit.card()).position).toBe('fixed');
  expect(refused).toEqual([]);
});
