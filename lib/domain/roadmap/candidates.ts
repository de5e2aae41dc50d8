/** Which of a repository's files may be its roadmap, and where an address on GitHub leads. */

export interface GitHubPlace {
  repo: string;
  /** Branch, tag or commit; undefined for the default branch. */
  ref?: string;
  /** Empty for the repository's root. */
  path: string;
}
export interface Listed {
  name: string;
  path: string;
  type: string;
  size: number;
  /** Id of the content: the same id, the same text. */
  blob?: string;
}

const NAME =
  /^(?:[a-z0-9]{0,20}[-_. ])?road[-_ ]?map(?:[-_. ][\w-]{0,30})?(?:\.[a-z]{2,8})?$|^(?:milestones|路线图|路線圖|خارطة[-_ ]الطريق)\.(?:md|ya?ml|json|txt)$/i;
const TEXT = /\.(?:md|mdx|markdown|mkd|txt|rst|adoc|ya?ml|json|html?)$|^[^.]+$/i;
/** What can't be read as text but is a roadmap by name: said to be unreadable. */
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|pdf|docx?|pptx?|xlsx?)$/i;

/** The roadmap files of a folder, best first: text before pictures, the plain name before longer ones. */
export function roadmapFiles(listing: Listed[]): Listed[] {
  const rank = (f: Listed) =>
    (PICTURE.test(f.name) ? 20 : 0) +
    (/^road[-_ ]?map\.(?:md|mdx|markdown)$/i.test(f.name) ? 0 : /^road[-_ ]?map(?:\.|$)/i.test(f.name) ? 1 : 5);
  return listing
    .filter((f) => f.type === 'file' && NAME.test(f.name) && (TEXT.test(f.name) || PICTURE.test(f.name)))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
/** Folders in which a roadmap may lie: `docs`, `doc`, `documentation`, and `roadmap` itself. */
export function roadmapFolders(listing: Listed[]): { docs?: Listed; roadmap?: Listed } {
  const dir = (re: RegExp) => listing.find((f) => f.type === 'dir' && re.test(f.name));
  const docs = dir(/^docs$/i) ?? dir(/^(?:doc|documentation)$/i);
  const roadmap = dir(/^road[-_]?maps?$/i);
  return { ...(docs ? { docs } : {}), ...(roadmap ? { roadmap } : {}) };
}
/** The file that speaks for a folder named roadmap: one so named, the README or index, else the newest by name. */
export function folderFile(listing: Listed[]): Listed | undefined {
  const texts = listing.filter(
    (f) => f.type === 'file' && TEXT.test(f.name) && !/^(?:license|\.|_category_|package)/i.test(f.name),
  );
  return (
    roadmapFiles(texts)[0] ??
    texts.find((f) => /^(?:readme|index|overview)\./i.test(f.name)) ??
    [...texts].sort((a, b) => b.name.localeCompare(a.name))[0]
  );
}

/** Reads `https://github.com/o/r[/blob|tree/ref/path]`, raw addresses too; undefined for anything else. */
export function gitHubPlace(address: string): GitHubPlace | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  const parts = url.pathname.split('/').filter(Boolean).map(decode);
  const [owner, name] = parts;
  if (!owner || !name || !/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(name)) return undefined;
  const repo = `${owner}/${name.replace(/\.git$/, '')}`;
  if (url.hostname === 'raw.githubusercontent.com' && parts.length > 3)
    return { repo, ref: parts[2] as string, path: parts.slice(3).join('/') };
  if (url.hostname !== 'github.com' && url.hostname !== 'www.github.com') return undefined;
  if (parts.length === 2) return { repo, path: '' };
  if (!['blob', 'tree', 'raw'].includes(parts[2] as string) || parts.length < 4) return undefined;
  const ref = parts[3] as string;
  return { repo, path: parts.slice(4).join('/'), ...(/^(?:main|master|HEAD)$/.test(ref) ? {} : { ref }) };
}
const decode = (s: string) => {
  try {
    return decodeURIComponent(s);
  } catch {
    return s;
  }
};

/** Where a pointer in a file leads: an address on GitHub, or a path beside the file. Undefined for pages elsewhere. */
export function followPointer(pointer: string, from: GitHubPlace): GitHubPlace | undefined {
  if (/^https?:/i.test(pointer)) return gitHubPlace(pointer);
  if (/^[a-z]+:/i.test(pointer)) return undefined;
  const base = pointer.startsWith('/') ? [] : from.path.split('/').slice(0, -1);
  for (const part of (pointer.split(/[#?]/)[0] ?? '').split('/')) {
    if (part === '..') base.pop();
    else if (part && part !== '.') base.push(decode(part));
  }
  return { ...from, path: base.join('/') };
}
