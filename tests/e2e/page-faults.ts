/** What a person, a keyboard and a screen reader would meet on a page of the extension. */
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The measures of the tests in the browser, as a script: the page under test can't import them. */
const MEASURE = stripTypeScriptTypes(
  readFileSync(join(import.meta.dirname, '..', 'browser', 'measure.ts'), 'utf8'),
).replaceAll('export ', '');

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** What axe finds, id by id with the elements. */
export async function axeFaults(page: Page): Promise<string[]> {
  // The page's own policy forbids foreign scripts; evaluation by the debugger does not go through it.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

/** Words cut off, elements outside, targets too small, sideways scrolling. */
export async function seenFaults(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => { ${MEASURE}
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [...cutOff(document.body), ...sticksOut(document.body), ...tooSmall(document.body),
      ...(sideways > 0 ? ['scrolls sideways by ' + sideways] : [])];
  })()`)) as string[];
}

interface AxNode {
  role?: { value?: string };
  name?: { value?: string };
  ignored: boolean;
}
/** Roles that say nothing without a name. */
const NAMED =
  /^(button|link|checkbox|textbox|searchbox|combobox|spinbutton|radio|switch|dialog|navigation|region|table|img|image|columnheader|rowheader)$/;

/** Elements of the accessibility tree that need a name and have none, in Chromium. */
export async function namelessNodes(page: Page): Promise<{ nameless: string[]; roles: Map<string, number> }> {
  const session = await page.createCDPSession();
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  const told = nodes.filter(({ ignored }) => !ignored);
  const roles = new Map<string, number>();
  for (const { role } of told) roles.set(role?.value ?? '', (roles.get(role?.value ?? '') ?? 0) + 1);
  const nameless = told.filter(({ role, name }) => NAMED.test(role?.value ?? '') && !name?.value?.trim());
  return { nameless: nameless.map(({ role }) => role?.value ?? ''), roles };
}

/** Where Tab leads, step by step, until it leaves the page: name and place of each stop. */
export async function tabStops(page: Page, most: number): Promise<{ name: string; order: number }[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
  });
  const stops: { name: string; order: number }[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const now = document.activeElement;
      if (!now || now === document.body) return null;
      const all = [...document.querySelectorAll('*')];
      const name = now.getAttribute('aria-label') ?? now.closest('label')?.textContent ?? now.textContent ?? '';
      return { name: `${now.localName} ${name.trim().slice(0, 40)}`, order: all.indexOf(now) };
    });
    if (!stop || (stops[0] && stop.order === stops[0].order)) break;
    stops.push(stop);
  }
  return stops;
}
