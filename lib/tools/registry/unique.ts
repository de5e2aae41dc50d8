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
