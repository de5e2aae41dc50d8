/** The part of an address that tells whose it is. Light: it runs in every page, where the public suffix list does not fit. */
import { keyOfWord } from './tokens.ts';

/** Hosts whose sub-domains or paths belong to many: the part that tells the project is another one. */
export const SHARED_SUFFIXES =
  /(?:^|\.)(?:(?:github|gitbook|gitlab|readthedocs|webflow)\.io|(?:vercel|netlify|web)\.app|pages\.dev|notion\.site|(?:substack|wordpress|blogspot)\.com|fleek\.co|eth\.(?:limo|link)|mirror\.xyz)$/;
export const SHARED_PATHS = /^(?:www\.|mobile\.|m\.)?(?:(?:github|gitlab|x|twitter|medium)\.com|t\.me|linktr\.ee)$/;

/** The label of an address that tells whose it is: "uniswap" of app.uniswap.org, "foo" of foo.github.io and medium.com/foo. */
export function tellingLabel(host: string, path: string): string {
  const bare = host.toLowerCase().replace(/\.+$/, '');
  if (SHARED_PATHS.test(bare))
    return (path.split('/').find((part) => part !== '' && part !== 'orgs') ?? '').replace(/^@/, '').toLowerCase();
  const labels = bare.split('.');
  const shared = SHARED_SUFFIXES.exec(bare);
  if (shared) return labels[labels.length - shared[0].split('.').filter(Boolean).length - 1] ?? '';
  // "co.uk", "com.br": a short label before a country's is part of the suffix.
  const last = labels.length - 2;
  const isPart =
    labels.length > 2 &&
    (labels[last]?.length ?? 0) <= 3 &&
    (labels[last + 1]?.length ?? 0) === 2 &&
    /^(?:co|com|org|net|gov|edu|ac)$/.test(labels[last] ?? '');
  const label = labels[isPart ? last - 1 : last] ?? '';
  // "z.cash": one letter tells nothing, with its suffix it does.
  return label.length === 1 ? `${label}${labels[labels.length - 1]}` : label;
}

/** Words that projects add to their name in an address. */
const ADDED = /(?:-?(?:protocol|finance|network|labs|dao|foundation|chain|project|official|org|app|xyz|hq|fi|io))$/;

/** The keys by which a label may be in the filter: as it is, in parts, or without a common ending. */
export function labelKeys(label: string): number[] {
  const bare = label.replace(ADDED, '');
  const parts = [label, bare, label.replaceAll('-', '')];
  return [...new Set(parts)].filter((part) => part.length > 1).map(keyOfWord);
}
