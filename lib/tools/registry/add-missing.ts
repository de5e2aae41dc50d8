/** Projects that the collected list lacks: from the list of candidates of weak sectors, and by hand. */
import { foldName } from '../../domain/registry/fold.ts';
import { ADDITIONS } from './hand/additions.ts';
import type { SourceRow } from './source-row.ts';

/** Candidates that are a token, a basket or another name of a project that has a row. Looked at one by one. */
const NOT_ADDED = new Set(
  `ptokens-btc maker piedao-btc pax-gold susd lp-ycurve arpa-2 wrapped perth-mint-gold-token digix-gold hashnote-usyc
  stusdt openeden-t-bills genesis-lrt link-platform repl`.split(/\s+/),
);

/** `rows` and those candidates whose id, name and domains no row has. */
export function addMissing(rows: SourceRow[], candidates: SourceRow[]): SourceRow[] {
  const ids = new Set(rows.map((row) => row.id));
  const names = new Set(rows.map((row) => foldName(row.name)));
  const domains = new Set(rows.flatMap((row) => row.domains.map((domain) => domain.toLowerCase())));
  const missing = candidates.filter(
    (row) =>
      !NOT_ADDED.has(row.id) &&
      !ids.has(row.id) &&
      !names.has(foldName(row.name)) &&
      row.domains.length > 0 &&
      !row.domains.some((domain) => domains.has(domain.toLowerCase())),
  );
  return [...rows, ...missing];
}

/** The additions by hand as rows. Their only source is this repository. */
export function additionRows(): SourceRow[] {
  return ADDITIONS.map(({ id, name, symbol, domains, github, sectors, aliases }) => ({
    id,
    name,
    aliases,
    symbol: symbol || null,
    domains,
    github,
    sector: sectors,
    sources: [],
    slugs: {},
    core: false,
  }));
}
