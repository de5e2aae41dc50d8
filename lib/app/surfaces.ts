/**
 * The browser's own places where Roadmark can be met: context menu, omnibox, keyboard commands, toolbar count.
 * What the browser does is passed in, so that each can be tried without one.
 */
import { projectPath } from '../domain/project-path.ts';
import type { ProjectHit } from '../protocol.ts';

export interface Search {
  search(query: string, limit: number): ProjectHit[];
}
export interface CommandDeps {
  /** Sends a keyboard command to the page in front; false where no overlay answers. */
  tellTab(command: TabCommand): Promise<boolean>;
  /** Switches the site of the page in front off or on. */
  toggleSite(): Promise<void>;
}

export const TAB_COMMANDS = ['next-badge', 'open-card'] as const;
export type TabCommand = (typeof TAB_COMMANDS)[number];
export const TOGGLE_COMMAND = 'toggle-site';

/** Chrome shows at most six suggestions under the omnibox. */
export const MOST_SUGGESTIONS = 6;
/** A selection longer than this is a passage, not a name; the longest name on record has 47 characters. */
const LONGEST_NAME = 80;

/** What the omnibox takes: plain text, with what would be read as its markup escaped. */
export function suggestionText(hit: ProjectHit): string {
  const facts = [hit.symbol, ...hit.sectors].filter(Boolean).join(', ');
  const plain = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  return plain(facts ? `${hit.name} (${facts})` : hit.name);
}

/** Suggestions for what was typed after the keyword; `content` is what comes back when one is chosen. */
export function suggestions(deps: Search, text: string): { content: string; description: string }[] {
  return deps
    .search(text, MOST_SUGGESTIONS)
    .map((hit) => ({ content: hit.projectId, description: suggestionText(hit) }));
}

/** Page for a name that the reader typed or selected: the project's own where one fits, else the search for it. */
export function pageFor(deps: Search, text: string, isPrivate = false): string {
  const name = text.trim().slice(0, LONGEST_NAME);
  const [best] = name ? deps.search(name, 1) : [];
  if (best) return projectPath(best.projectId, isPrivate);
  return `/watchlist.html?find=${encodeURIComponent(name)}`;
}

/** Carries out a keyboard command by its manifest name. */
export async function runCommand(deps: CommandDeps, command: string): Promise<void> {
  if (command === TOGGLE_COMMAND) return deps.toggleSite();
  const known = TAB_COMMANDS.find((c) => c === command);
  if (known) await deps.tellTab(known);
}

/** Most that the toolbar's small field can show. */
const MOST_COUNT = 99;

/** Text of the toolbar badge for a page with `count` projects: nothing for none. */
export function countText(count: number): string {
  if (count <= 0) return '';
  return count > MOST_COUNT ? `${MOST_COUNT}+` : String(count);
}
