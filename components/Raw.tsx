/** `<data data-signal value>`: what anyone may read off the page. */
import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  /** Null: unknown, an empty value. */
  value: number | string | null;
  class?: string;
  children: ComponentChildren;
}

export function Raw({ id, value, class: className, children }: Props) {
  const raw = value === null ? '' : String(value);
  return (
    // Preact leaves an empty `value` out, since it equals the property's default; here its presence says "unknown".
    <data class={className} data-signal={id} ref={(element) => element?.setAttribute('value', raw)}>
      {children}
    </data>
  );
}
