/** What a person would see is wrong with a page: words cut off, things sticking out, targets too small to hit. */

/** WCAG 2.2, 2.5.8: the least size of a target, CSS px. */
const TARGET_PX = 24;
/** Half a pixel of rounding is nobody's fault. */
const ROUNDING_PX = 1;

const CONTROLS = 'a[href], button, input:not([hidden]), select, textarea, summary, [role=button]';

const visible = (element: Element) => {
  const { width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return width > 0 && height > 0 && style.visibility !== 'hidden' && style.clipPath === 'none';
};
const nameOf = (element: Element) =>
  `${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className.split(' ').join('.')}` : ''} "${(element.textContent ?? '').trim().slice(0, 40)}"`;

/** A link inside a sentence is as high as its line; the rule leaves it out. */
const inSentence = (element: Element) =>
  element.localName === 'a' &&
  getComputedStyle(element).display === 'inline' &&
  (element.parentElement?.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0);

/** What is pressed for a control: its label with it. */
function targetOf(control: Element): DOMRect {
  const label = control.closest('label');
  return (label ?? control).getBoundingClientRect();
}

/** Controls that are narrower or lower than 24 px. */
export function tooSmall(root: Element): string[] {
  return [...root.querySelectorAll(CONTROLS)]
    .filter((control) => visible(control) && !control.closest('[inert]') && !inSentence(control))
    .flatMap((control) => {
      const { width, height } = targetOf(control);
      const least = Math.min(width, height);
      return least + ROUNDING_PX / 2 < TARGET_PX
        ? [`${nameOf(control)} ${Math.round(width)}×${Math.round(height)}`]
        : [];
    });
}

const scrolls = (element: Element | null): boolean => {
  for (let e = element; e; e = e.parentElement) if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true;
  return false;
};

/** Elements that reach beyond the sides of `root`, where nothing scrolls. */
export function sticksOut(root: Element): string[] {
  const box = root.getBoundingClientRect();
  return [...root.querySelectorAll('*')]
    .filter((element) => visible(element) && !scrolls(element.parentElement))
    .flatMap((element) => {
      const { left, right } = element.getBoundingClientRect();
      const out = Math.max(box.left - left, right - box.right);
      return out > ROUNDING_PX ? [`${nameOf(element)} by ${Math.round(out)}`] : [];
    });
}

/** Texts that are cut at the side or below without an ellipsis and a title that tells the rest. */
export function cutOff(root: Element): string[] {
  return [...root.querySelectorAll('*')].filter(visible).flatMap((element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const box = element as HTMLElement;
    if (!own && element.children.length > 0 && !element.matches('.rm-verdict, .c-num, td, th')) return [];
    const style = getComputedStyle(element);
    const hidden = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY);
    if (!hidden) return [];
    const wide = box.scrollWidth - box.clientWidth > ROUNDING_PX;
    const high = box.scrollHeight - box.clientHeight > 3;
    const told = style.textOverflow === 'ellipsis';
    return (wide && !told) || high
      ? [`${nameOf(element)} ${box.scrollWidth}/${box.clientWidth} ${box.scrollHeight}/${box.clientHeight}`]
      : [];
  });
}
