/** Names that stand in one list: "Scroll and Linea", "Aave، Uniswap وCompound", "Aave、Uniswap和Compound". */
import type { Candidate } from './candidates.ts';

/** What may stand between two items: a comma or a conjunction of the three languages, a ticker in brackets before it. */
const BETWEEN =
  /^(?:'s)?\s?(?:[(（][^()（）]{1,16}[)）])?\s?(?:[,،、，;؛；/&+·|]\s?(?:(?:and|or)\s)?و?|(?:and|or|vs\.?|to)\s|(?:و|[和与與及或跟]|以及)\s?|او\s)$/;
/** Characters between two items at most: a ticker in its brackets, a comma and a conjunction. What is farther apart is no list. */
const MAX_BETWEEN = 26;
/** Named beside everything: gold, shares and Bitcoin. */
const NAMED_WITH_ALL = new Set(['bitcoin', 'ethereum']);

/** The item beside a name in a list: "firm" where it is a coined name, "weak" where it is an ambiguous one too. */
export interface Listed {
  kind: 'firm' | 'weak';
  beside: string;
}

/** For each candidate that has an item of the same list beside it: that one. Candidates must come in reading order. */
export function listedCandidates(candidates: readonly Candidate[], text: string): Map<Candidate, Listed> {
  const kinds = new Map<Candidate, Listed>();
  const join = (one: Candidate, other: Candidate) => {
    const { projectId, nameClass, phrase: beside } = other.name.entry;
    const firm = nameClass === 'U' && !NAMED_WITH_ALL.has(projectId);
    if (firm || !kinds.has(one)) kinds.set(one, { kind: firm ? 'firm' : 'weak', beside });
  };
  for (let i = 0; i < candidates.length; i++) {
    const a = candidates[i] as Candidate;
    if (a.name.isSector || a.name.phrase.startsWith('$')) continue;
    for (let j = i + 1; j < candidates.length; j++) {
      const b = candidates[j] as Candidate;
      if (b.start - a.end > MAX_BETWEEN) break;
      const differs = b.name.entry.projectId !== a.name.entry.projectId;
      if (b.start < a.end || !differs || b.name.isSector || b.name.phrase.startsWith('$')) continue;
      if (!BETWEEN.test(text.slice(a.end, b.start))) continue;
      join(a, b);
      join(b, a);
    }
  }
  return kinds;
}
