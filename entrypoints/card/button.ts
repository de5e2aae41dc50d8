/** A button of strip and notice, which are plain DOM. */
export function button(page: Document, className: string, text: string, onPress?: () => void): HTMLButtonElement {
  const made = page.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  if (onPress) made.addEventListener('click', onPress);
  return made;
}
