/** Copies a text and says so, to the eye in the button and to a screen reader beside it. */
import { useState } from 'preact/hooks';
import { usePage } from './page.tsx';

export function CopyButton({ words, text }: { words: string; text(): string }) {
  const { i18n } = usePage();
  const [state, setState] = useState<'copied' | 'failed' | null>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text());
      setState('copied');
    } catch {
      // The browser may refuse, as it does while another window is in front.
      setState('failed');
    }
  }
  const told = state && i18n.t(state === 'copied' ? 'page.copied' : 'page.notCopied');
  return (
    <>
      <button type="button" class="button small" onClick={copy}>
        {told ?? words}
      </button>
      <span role="status" class="visually-hidden">
        {told}
      </span>
    </>
  );
}
