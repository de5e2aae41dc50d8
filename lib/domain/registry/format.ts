/**
 * The shipped registry file: one JSON object, rows as short arrays whose empty ends are cut off.
 * Sectors, sources and chains are numbers into lists at the head; a chain stands there as its explorers' hosts. One row per
 * line, so that a change is one line in a diff.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';
import type { PhraseRule, Project, Slugs } from './project.ts';

/** Raised when the columns change; a file of another version is refused, not guessed at. */
export const REGISTRY_FORMAT = 2;

/** Bits of the flags column. */
const LIVE = 1;
const MIRROR = 2;
/** Stands in the slugs column for "the same as the id", the common case. */
const SAME_AS_ID = '=';
const SLUG_KEYS = ['coingecko', 'cmc', 'defillama', 'l2beat'] as const satisfies (keyof Slugs)[];

const Texts = v.array(v.pipe(v.string(), v.nonEmpty()));
const NameClassSchema = v.picklist(['U', 'C', 'X']);
/** In a rule "T" is class X and a term of the field. */
const RuleRow = v.tuple([v.string(), v.picklist(['U', 'C', 'X', 'T']), v.string(), v.string(), Texts]);
/** The chain's number, then the whole address: a look-alike shares both its ends. */
const ContractCell = v.pipe(v.string(), v.regex(/^\d+\/0x[0-9a-f]{40}$/));
const Indexes = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** The columns, in order. All but the first three may be missing at the end of a row. */
const RowSchema = v.tuple([
  v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]*$/)), // id
  v.pipe(v.string(), v.nonEmpty()), // name
  NameClassSchema,
  v.optional(Texts, []), // domains
  v.optional(Texts, []), // orgs
  v.optional(Indexes, []), // sources
  v.optional(Indexes, []), // sectors
  v.optional(v.pipe(v.array(v.string()), v.maxLength(SLUG_KEYS.length)), []), // slugs
  v.optional(v.string(), ''), // x
  v.optional(v.string(), ''), // symbol
  v.optional(Texts, []), // aliases
  v.optional(Texts, []), // repos
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIVE | MIRROR)), 0), // flags
  v.optional(v.array(RuleRow), []), // rules
  v.optional(v.string(), ''), // roadmap
  v.optional(v.record(v.string(), Texts), {}), // native
  v.optional(v.array(ContractCell), []), // contracts
]);
type Row = v.InferOutput<typeof RowSchema>;

const FileSchema = v.object({
  format: v.literal(REGISTRY_FORMAT),
  sectors: Texts,
  sources: Texts,
  chains: Texts,
  rows: v.array(RowSchema),
});

const isEmpty = (cell: unknown) =>
  cell === '' || cell === 0 || (typeof cell === 'object' && cell !== null && Object.keys(cell).length === 0);

/** Drops empty items from the end, keeping at least `least`. */
function trimEnd<T>(items: T[], least = 0): T[] {
  let length = items.length;
  while (length > least && isEmpty(items[length - 1])) length--;
  return items.slice(0, length);
}

function encodeSlugs(project: Project): string[] {
  const cells = SLUG_KEYS.map((key) => {
    const slug = project.slugs[key];
    return slug === undefined ? '' : slug === project.id ? SAME_AS_ID : slug;
  });
  return trimEnd(cells);
}

/** "a.org b.org/0xab…" → "a.org b.org". */
const chainOf = (contract: string) => contract.split('/')[0] as string;

type Numbers = Record<'sectors' | 'sources' | 'chains', Map<string, number>>;

function encodeRow(project: Project, { sectors, sources, chains }: Numbers): unknown[] {
  const rules = (project.rules ?? []).map((rule) => [
    rule.phrase,
    rule.isTerm ? 'T' : rule.nameClass,
    rule.antiNext ?? '',
    rule.antiPrev ?? '',
    rule.ownQualifiers ?? [],
  ]);
  const row: Row = [
    project.id,
    project.name,
    project.nameClass,
    project.domains,
    project.orgs,
    project.sources.map((source) => sources.get(source) as number),
    project.sectors.map((sector) => sectors.get(sector) as number),
    encodeSlugs(project),
    project.x ?? '',
    project.symbol ?? '',
    project.aliases,
    project.repos,
    (project.live ? LIVE : 0) | (project.mirror ? MIRROR : 0),
    rules as Row[13],
    project.roadmap ?? '',
    project.native ?? {},
    (project.contracts ?? []).map((each) => each.replace(chainOf(each), (chain) => String(chains.get(chain)))),
  ];
  return trimEnd(row as unknown[], 3);
}

/** Sorted distinct values and their numbers. */
function numbered(lists: string[][]): Map<string, number> {
  return new Map([...new Set(lists.flat())].sort().map((value, index) => [value, index]));
}

/** The text of the shipped file, ending in a newline. Equal projects give equal bytes. */
export function encodeRegistry(projects: Project[]): string {
  const sectors = numbered(projects.map((project) => project.sectors));
  const sources = numbered(projects.map((project) => project.sources));
  const chains = numbered(projects.map((project) => (project.contracts ?? []).map(chainOf)));
  const rows = projects.map((project) => JSON.stringify(encodeRow(project, { sectors, sources, chains })));
  const head = `{"format":${REGISTRY_FORMAT},"sectors":${JSON.stringify([...sectors.keys()])},"sources":${JSON.stringify([...sources.keys()])},"chains":${JSON.stringify([...chains.keys()])}`;
  return `${head},"rows":[\n${rows.join(',\n')}\n]}\n`;
}

function decodeSlugs(id: string, cells: string[]): Slugs {
  const slugs: Slugs = {};
  SLUG_KEYS.forEach((key, index) => {
    const cell = cells[index];
    if (cell) slugs[key] = cell === SAME_AS_ID ? id : cell;
  });
  return slugs;
}

function decodeRules(rows: Row[13]): PhraseRule[] {
  return rows.map(([phrase, nameClass, antiNext, antiPrev, ownQualifiers]) => ({
    phrase,
    nameClass: nameClass === 'T' ? 'X' : nameClass,
    ...(nameClass === 'T' ? { isTerm: true as const } : {}),
    ...(antiNext ? { antiNext } : {}),
    ...(antiPrev ? { antiPrev } : {}),
    ...(ownQualifiers.length > 0 ? { ownQualifiers } : {}),
  }));
}

function decodeRow(row: Row, { sectors, sources, chains }: v.InferOutput<typeof FileSchema>): Project {
  const [id, name, nameClass, domains, orgs, from, inSectors, slugs, x, symbol, aliases, repos, flags, rules] = row;
  const [roadmap, native, contracts] = [row[14], row[15], row[16]];
  return {
    id,
    name,
    aliases,
    ...(Object.keys(native).length > 0 ? { native } : {}),
    ...(symbol ? { symbol } : {}),
    nameClass,
    ...(rules.length > 0 ? { rules: decodeRules(rules) } : {}),
    domains,
    repos,
    orgs,
    sectors: inSectors.map((index) => sectors[index] as string),
    slugs: decodeSlugs(id, slugs),
    ...(x ? { x } : {}),
    ...(contracts.length > 0
      ? { contracts: contracts.map((cell) => cell.replace(/^\d+/, (chain) => chains[Number(chain)] as string)) }
      : {}),
    ...(roadmap ? { roadmap } : {}),
    ...(flags & LIVE ? { live: true } : {}),
    ...(flags & MIRROR ? { mirror: true } : {}),
    sources: from.map((index) => sources[index] as string),
  };
}

/**
 * Reads the parsed shipped file. Fails with `bad-answer` and the place of the first fault: wrong shape or version,
 * a number that points outside its list, an id that stands twice.
 */
export function decodeRegistry(json: unknown): Result<Project[], 'bad-answer'> {
  const bad = (detail: string) => fail('bad-answer', 0, { detail, subject: 'registry.json' });
  const parsed = v.safeParse(FileSchema, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    return bad(`${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
  }
  const { sectors, sources, chains, rows } = parsed.output;
  const ids = new Set<string>();
  for (const row of rows) {
    if (ids.has(row[0])) return bad(`id twice: ${row[0]}`);
    ids.add(row[0]);
    const isOut = (list: unknown[]) => (i: number) => i >= list.length;
    const onChains = row[16].map((cell) => Number.parseInt(cell, 10));
    if (row[5].some(isOut(sources)) || row[6].some(isOut(sectors)) || onChains.some(isOut(chains))) {
      return bad(`number out of its list: ${row[0]}`);
    }
  }
  return ok(rows.map((row) => decodeRow(row, parsed.output)));
}
