/** Names in other scripts, beyond those of the table of ambiguous names. Only names that publications use. */
export const NATIVE: Record<string, Record<string, string[]>> = {};
