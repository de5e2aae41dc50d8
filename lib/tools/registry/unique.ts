/** What only one project can have: domains, organisations, handles and slugs. */
import { fail, ok, type Result } from '../../result.ts';

/** What two rows claim, in one line: "x.org: a, b". */
export function claims(pairs: Iterable<[key: string, id: string]>): Map<string, string[]> {
  const byKey = new Map<string, string[]>();
  for (const [key, id] of pairs) {
    const folded = key.toLowerCase();
    const ids = byKey.get(folded);
    if (!ids) byKey.set(folded, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
  return byKey;
}

/** Fails with `invalid-input` and the names of both rows where two claim one domain; a person has to decide. */
export function checkDomains(rows: { id: string; domains: string[] }[]): Result<null, 'invalid-input'> {
  const byDomain = claims(rows.flatMap((row) => row.domains.map((domain): [string, string] => [domain, row.id])));
  const twice = [...byDomain].filter(([, ids]) => ids.length > 1);
  if (twice.length === 0) return ok(null);
  const detail = twice.map(([domain, ids]) => `${domain} is claimed by ${ids.join(' and ')}`).join('; ');
  return fail('invalid-input', 0, { detail });
}

/**
 * Who keeps what several rows claim: the row named in `owners`, else the first. Returns the pairs to take away as
 * "key\nid", keys in lower case. Rows must come best known first.
 */
export function losers(pairs: Iterable<[key: string, id: string]>, owners: Record<string, string>): Set<string> {
  const lost = new Set<string>();
  for (const [key, ids] of claims(pairs)) {
    const owner = owners[key] && ids.includes(owners[key]) ? owners[key] : ids[0];
    for (const id of ids) if (id !== owner) lost.add(`${key}\n${id}`);
  }
  return lost;
}

/** A ticker is one project's where at least so many times as many lists know it as know the next. */
const CLEARLY = 2;
/** Below this many lists a ticker may be the newer project's, which few lists know yet. */
const WELL_KNOWN = 7;

/**
 * Tickers that are clearly another row's: a chain that takes its fees in ether, a farm of the coin. Pairs "key\nid" as of `losers`. Where no row
 * is clearly the best known, all keep theirs, and a cashtag of it says nothing.
 */
export function lostTickers(rows: readonly { id: string; symbol?: string | null; sources: string[] }[]): Set<string> {
  const known = new Map(rows.map(({ id, sources }) => [id, sources.length]));
  const lost = new Set<string>();
  for (const [key, ids] of claims(
    rows.flatMap(({ id, symbol }): [string, string][] => (symbol ? [[symbol, id]] : [])),
  )) {
    const [first, second] = ids.map((id) => known.get(id) ?? 0).sort((a, b) => b - a);
    if (first === undefined || second === undefined || first < Math.max(WELL_KNOWN, second * CLEARLY)) continue;
    for (const id of ids) if (known.get(id) !== first) lost.add(`${key}\n${id}`);
  }
  return lost;
}
