/** A verdict's mark: square for code, diamond for roadmap. Decorative here, since the words stand beside it. */
import { type MarkKind, markShape, OUTLINE } from './mark-shapes.ts';

export function Mark({ kind, verdict, size = 14 }: { kind: MarkKind; verdict: string; size?: number }) {
  const { tone, glyph } = markShape(kind, verdict);
  return (
    <svg class={`rm-mark rm-tone-${tone}`} viewBox="0 0 12 12" width={size} height={size} aria-hidden="true">
      <path class="rm-mark-body" d={OUTLINE[kind]} />
      <path class="rm-mark-glyph" d={glyph} />
    </svg>
  );
}
