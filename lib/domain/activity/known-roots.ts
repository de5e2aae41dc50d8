/**
 * First commits (roots) of public repositories, to see that a history began as that of another project. `public/data/known-roots.txt` holds them, one
 * repository a line: name, then its root commits. Computed from git histories; origin: `data/activity/root-commits.json` of the material that this
 * project shares with its authors. Twelve hex digits of each id: 2^48 values tell the few roots of a repository from these 172 without a mistake.
 */
const ROOT_DIGITS = 12;

/** The known repositories (`owner/name`, in order of their names) by the first digits of a first commit. */
export type KnownRoots = ReadonlyMap<string, readonly string[]>;

/** Reads the file. Total: a line without a root says nothing. */
export function readRoots(text: string): KnownRoots {
  const roots = new Map<string, string[]>();
  for (const line of text.trim().split('\n')) {
    const [repo = '', ...digits] = line.split(' ');
    for (const root of digits) roots.set(root, [...(roots.get(root) ?? []), repo]);
  }
  return roots;
}

/** The repositories whose history has this first commit (a full id); undefined where none is known. */
export function knownRoot(roots: KnownRoots, sha: string): readonly string[] | undefined {
  return roots.get(sha.slice(0, ROOT_DIGITS).toLowerCase());
}
