/** Pieces of which one GraphQL question is put together, so that what belongs to one moment goes in one request. */

export interface GraphQLQuestion {
  query: string;
  variables: Record<string, string>;
}

/** Fields with what they need. Names go into variables, never into the text; aliases of two pieces must differ. */
export interface Piece {
  /** Declarations such as `$since: GitTimestamp!`; the same one may stand in several pieces. */
  declared: string[];
  variables: Record<string, string>;
  fields: string[];
  fragments: string[];
}

/** GitHub tells the price with each answer. */
const RATE = 'rateLimit { cost limit remaining resetAt }';

/** One question of all pieces. `name` is for GitHub's own logs. */
export function questionOf(name: string, pieces: readonly Piece[]): GraphQLQuestion {
  const declared = [...new Set(pieces.flatMap((piece) => piece.declared))];
  const fields = [RATE, ...pieces.flatMap((piece) => piece.fields)];
  const fragments = [...new Set(pieces.flatMap((piece) => piece.fragments))];
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return {
    query: [`query ${name}${head} {\n${fields.join('\n')}\n}`, ...fragments].join('\n'),
    variables: Object.assign({}, ...pieces.map((piece) => piece.variables)) as Record<string, string>,
  };
}

/** Declares and sets the owner and name of a repository as `$<prefix>o<i>`, `$<prefix>n<i>`. */
export function named(prefix: string, i: number, repo: string): Pick<Piece, 'declared' | 'variables'> & { at: string } {
  const [owner = '', name = ''] = repo.split('/');
  const [o, n] = [`${prefix}o${i}`, `${prefix}n${i}`];
  return {
    declared: [`$${o}: String!`, `$${n}: String!`],
    variables: { [o]: owner, [n]: name },
    at: `repository(owner: $${o}, name: $${n})`,
  };
}

/** Unix s as GraphQL takes times. */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
