/** Addresses near one on record. It is said that they are not it, and nothing more: near is not false. */
import { getDomain, getDomainWithoutSuffix, getPublicSuffix } from 'tldts';
import { phrasesOf } from '../registry/phrases.ts';
import type { Project } from '../registry/project.ts';
import { SHARED_PATHS } from './labels.ts';
import { decodePunycode } from './punycode.ts';
import type { LookAlike } from './types.ts';

/** Short names are words in honest addresses. Measured over honest and phishing lists: one edit only from 7 letters. */
const MIN_OTHER_TLD = 5;
const MIN_CONTAINED = 6;
const MIN_ONE_EDIT = 7;
/** Names of one or two letters are drawn like too much, even in another script. */
const MIN_DRAWN = 3;

export interface RecordedHost {
  project: Project;
  domain: string;
  label: string;
  /** Coined and long enough that likeness says something; an everyday word is near to everything, only its whole address is not. */
  isTelling: boolean;
}

/** Letters of other scripts that are drawn like the Latin one before them. Used to warn, never to identify. */
const DRAWN_LIKE = new Map(
  'aаӓαɑ bвƅ cсϲ dԁđ eеёε gɡ hһħ iіїιı jј kкκ lӏłɩ mм nпո oоοօø pрρ qԛ rг sѕ tтτŧ uυս vνѵ wԝѡ xхχ yуγʏ zᴢ'
    .split(' ')
    .flatMap(([latin = '', ...drawn]) => drawn.map((char) => [char, latin])),
);

/** Latin letters and digits that are drawn like another, alone or side by side. */
const ASCII_DRAWN: readonly [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/0/g, 'o'],
  [/1/g, 'l'],
];

/** Hosts that show others' pages under an address made of the other's: a translation is no imitation. */
const MIRRORS = ['translate.goog', 'ampproject.org', 'dweb.link', 'eth.limo', 'eth.link'];

/** Universities put the address of what their readers read before their own. */
const PROXIES = /\.(?:edu|(?:edu|ac)\.[a-z]{2})$/;
/** Under an ending in their own script, words in it are words. */
const OWN_SCRIPT = /\.xn--[^.]+$/;

/** The hosts on record, without those that a project shares with others. */
export function recordedHosts(projects: readonly Project[]): RecordedHost[] {
  return projects.flatMap((project) =>
    project.domains
      .filter((domain) => !domain.includes('/'))
      .map((domain) => {
        const label = getDomainWithoutSuffix(domain, { allowPrivateDomains: true }) ?? '';
        return { project, domain, label, isTelling: label.length >= MIN_OTHER_TLD && isCoined(project, label) };
      }),
  );
}

/** Whether the label is the project's coined name: "space" of SPACE ID is a word, and near every address about space. */
function isCoined(project: Project, label: string): boolean {
  const bare = label.replaceAll('-', '');
  return phrasesOf(project).some(
    ({ phrase, nameClass }) => nameClass === 'U' && bare.includes(phrase.toLowerCase().replace(/[^a-z\d]/g, '') || ' '),
  );
}

/** True when one insertion, deletion, substitution or swap of neighbours turns `a` into `b`. Linear. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.length - start - end, b.length - start - end];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** How a label in Punycode is read at a glance. */
interface Glance {
  text: string;
  /** A letter of another script stands in it; accents and further Latin letters make honest words. */
  isForeign: boolean;
}

function glanceOf(label: string): Glance {
  const plain = (decodePunycode(label.slice('xn--'.length)) ?? '').normalize('NFKD').replace(/\p{M}/gu, '');
  const chars = [...plain.toLowerCase()];
  return {
    text: chars.map((char) => DRAWN_LIKE.get(char) ?? char).join(''),
    isForeign: chars.some((char) => DRAWN_LIKE.has(char) && !/\p{sc=Latin}/u.test(char)),
  };
}

const drawn = (label: string): string =>
  ASCII_DRAWN.reduce((text, [pattern, letter]) => text.replace(pattern, letter), label);

/** An address taken apart once, for all records. */
interface Seen {
  /** With a dot at both ends, so that whole labels are found. */
  host: string;
  /** The labels left of what its owner registered, in the same way. */
  below: string;
  /** What the owner registered, without the public suffix. */
  label: string;
  drawn: string;
  glances: Glance[];
  /** Host names in the part before "@". */
  user: string[];
}

function takeApart(url: URL, host: string, domain: string): Seen {
  const label = getDomainWithoutSuffix(host, { allowPrivateDomains: true }) ?? '';
  return {
    host: `.${host}.`,
    below: `.${host.slice(0, -domain.length)}`,
    label,
    drawn: drawn(label),
    glances: host
      .split('.')
      .flatMap((part) => (part.startsWith('xn--') && !OWN_SCRIPT.test(host) ? glanceOf(part) : [])),
    user: decodeURIComponentSafe(url.username)
      .toLowerCase()
      .split(/[^\p{L}\d.-]+/u),
  };
}

/** The whole address of a project where another's belongs: no honest address holds one by chance, however short. */
function holdsAddress(seen: Seen, { domain, label, isTelling }: RecordedHost): LookAlike['why'] | undefined {
  if (
    seen.glances.some(({ text, isForeign }) => text === label && (isForeign || isTelling) && text.length >= MIN_DRAWN)
  )
    return 'punycode';
  // "flow.com.au" holds an address of an everyday word by chance: there it must stand left of what the owner registered.
  const where = isTelling ? seen.host : seen.below;
  if (where.includes(`.${domain}.`) || seen.host.includes(`.${domain}-`)) return 'subdomain';
  if (seen.user.some((name) => name === domain || name.endsWith(`.${domain}`))) return 'user-info';
  return undefined;
}

/** A name of its own near a coined one. */
function resembles(seen: Seen, { domain, label }: RecordedHost): LookAlike['why'] | undefined {
  if (seen.below.includes(`.${domain.replaceAll('.', '-')}.`)) return 'subdomain';
  if (seen.label === label) return 'other-tld';
  if (label.length >= MIN_CONTAINED) {
    if (seen.glances.some(({ text }) => text.includes(label))) return 'punycode';
    if (seen.label.includes(label)) return 'contains';
  }
  if (seen.label.length >= MIN_OTHER_TLD && seen.drawn === drawn(label)) return 'drawn-alike';
  if (label.length >= MIN_ONE_EDIT && seen.label.length >= MIN_ONE_EDIT && isOneEdit(seen.label, label))
    return 'one-edit';
  return undefined;
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name that three other projects carry within theirs ("crypto", "protocol", "bitcoin") is a word of the field: that one more does says nothing. */
const FIELD_WORD = 3;

function isFieldWord(records: readonly RecordedHost[], { project, label }: RecordedHost): boolean {
  const carriers = records.filter((other) => other.project !== project && other.label !== label);
  return new Set(carriers.flatMap((other) => (other.label.includes(label) ? other.project : []))).size >= FIELD_WORD;
}

const ORDER: LookAlike['why'][] = [
  'punycode',
  'user-info',
  'subdomain',
  'other-tld',
  'drawn-alike',
  'one-edit',
  'contains',
];

/**
 * The recorded address that `url` is near, the strongest rule first, then the longest name. Null when the host is on
 * record itself, is in `known` (reading sites), shows others' pages, or is near none.
 */
export function lookAlikeOf(records: readonly RecordedHost[], known: ReadonlySet<string>, url: URL): LookAlike | null {
  const host = url.hostname.toLowerCase().replace(/\.+$/, '');
  const domain = getDomain(host, { allowPrivateDomains: true });
  if (!domain || known.has(domain) || records.some((record) => record.domain === domain || record.domain === host))
    return null;
  if (SHARED_PATHS.test(host) || MIRRORS.some((mirror) => host.endsWith(`.${mirror}`))) return null;
  if (PROXIES.test(host)) return null;
  const seen = takeApart(url, host, domain);
  const suffix = getPublicSuffix(host);
  let best: { record: RecordedHost; rank: number; why: LookAlike['why'] } | undefined;
  for (const record of records) {
    const why = holdsAddress(seen, record) ?? (record.isTelling ? resembles(seen, record) : undefined);
    if (!why || (why === 'contains' && isFieldWord(records, record))) continue;
    // Of several addresses of a project the one with the same ending is meant, else its first.
    const rank = ORDER.indexOf(why) * 100 - record.label.length - (suffix === getPublicSuffix(record.domain) ? 0.5 : 0);
    if (!best || rank < best.rank) best = { record, rank, why };
  }
  return best ? { projectId: best.record.project.id, host, recorded: best.record.domain, why: best.why } : null;
}
