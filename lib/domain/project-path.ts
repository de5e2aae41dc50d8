/** The project's page as an address inside the extension, and the mark of one that was opened from a private window. */

/**
 * The browser opens the extension's pages in an ordinary window, whatever window the reader was in: the address remembers that
 * it was a private one, and what is read there is written down nowhere.
 */
const PRIVATE = 'private';

/** Path of a project's page with its query. `isPrivate`: opened from a private window. */
export function projectPath(projectId: string, isPrivate = false): string {
  return `/project.html?id=${encodeURIComponent(projectId)}${isPrivate ? `&${PRIVATE}=1` : ''}`;
}

/** Whether an address of the extension's own says that a private window opened it. */
export function isPrivatePath(address: string): boolean {
  return URL.parse(address)?.searchParams.get(PRIVATE) === '1';
}
