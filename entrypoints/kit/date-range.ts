/** Two days as one range, without saying the same year twice ("25 Oct – 22 Nov 2026"); pages only, a card has no room for it. */
export function dateRange(locale: string, from: number, to: number): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(from, to);
}
