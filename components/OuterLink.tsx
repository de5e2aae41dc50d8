/** A link that leads out of the extension: to a tab of its own, telling the page there nothing of where it came from. */
import type { ComponentChildren } from 'preact';
import { safeLink } from '../lib/domain/safe-link.ts';

/** Its children as a link; alone where there is no address, or one that a link may not lead to (`safeLink`). */
export function OuterLink({ url, children }: { url: string | undefined; children: ComponentChildren }) {
  const href = safeLink(url);
  if (!href) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
