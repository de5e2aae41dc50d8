/** Addresses near one on record. It is said that they are not it, and nothing more: near is not false. */
import { getDomain, getDomainWithoutSuffix } from 'tldts';
import type { Project } from '../registry/project.ts';
import { decodePunycode } from './punycode.ts';
import type { LookAlike } from './types.ts';

/** Short names are words in honest addresses. Measured over honest and phishing lists: one edit only from 7 letters. */
const MIN_OTHER_TLD = 5;
const MIN_CONTAINED = 6;
const MIN_ONE_EDIT = 7;

export interface RecordedHost {
  project: Project;
  domain: string;
  label: string;
}

/** Letters of other scripts that are drawn like the Latin one before them. Used to warn, never to identify. */
const DRAWN_LIKE = new Map(
  'aаӓα bв cсϲ dԁđ eеёε hһ iіїιı jј kкκ lӏł mм nпո vνѵ oоοօø pрρ qԛ rг sѕ tтτ uυս wԝѡ xхχ yуγʏ gɡ'
    .split(' ')
    .flatMap(([latin = '', ...drawn]) => drawn.map((char) => [char, latin])),
);

/** Addresses of projects whose name is coined: those of everyday words are near to everything. */
export function recordedHosts(projects: readonly Project[]): RecordedHost[] {
  return projects.flatMap((project) =>
    project.nameClass !== 'U'
      ? []
      : project.domains
          .filter((domain) => !domain.includes('/'))
          .map((domain) => ({
            project,
            domain,
            label: getDomainWithoutSuffix(domain, { allowPrivateDomains: true }) ?? '',
          }))
          .filter(({ label }) => label.length >= MIN_OTHER_TLD),
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

function skeleton(label: string): string {
  const plain = decodePunycode(label.replace(/^xn--/, '')) ?? '';
  return [...plain.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((char) => DRAWN_LIKE.get(char) ?? char)
    .join('');
}

/** Which rule brings `host` near `record`, if any. */
function nearness(host: string, label: string, url: URL, record: RecordedHost): LookAlike['why'] | undefined {
  if (host.split('.').some((part) => part.startsWith('xn--') && skeleton(part) === record.label)) return 'punycode';
  if (`.${host}.`.includes(`.${record.domain}.`)) return 'subdomain';
  if (label === record.label) return 'other-tld';
  if (decodeURIComponentSafe(url.username).toLowerCase().includes(record.domain)) return 'contains';
  if (record.label.length >= MIN_CONTAINED && label.includes(record.label)) return 'contains';
  if (record.label.length >= MIN_ONE_EDIT && label.length >= MIN_ONE_EDIT && isOneEdit(label, record.label))
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

const ORDER: LookAlike['why'][] = ['punycode', 'subdomain', 'other-tld', 'one-edit', 'contains'];

/**
 * The recorded address that `url` is near, the strongest rule first, then the longest name. Null when the host is on
 * record itself, is in `known` (reading sites), or near none.
 */
export function lookAlikeOf(records: readonly RecordedHost[], known: ReadonlySet<string>, url: URL): LookAlike | null {
  const host = url.hostname.toLowerCase().replace(/\.+$/, '');
  const domain = getDomain(host, { allowPrivateDomains: true });
  if (!domain || known.has(domain) || records.some((record) => record.domain === domain || record.domain === host))
    return null;
  const label = getDomainWithoutSuffix(host, { allowPrivateDomains: true }) ?? '';
  let best: { record: RecordedHost; rank: number; why: LookAlike['why'] } | undefined;
  for (const record of records) {
    const why = nearness(host, label, url, record);
    if (!why) continue;
    const rank = ORDER.indexOf(why) * 100 - record.label.length;
    if (!best || rank < best.rank) best = { record, rank, why };
  }
  return best ? { projectId: best.record.project.id, host, recorded: best.record.domain, why: best.why } : null;
}
