/**
 * Stands for the package `json-with-bigint` in the bundles: GitHub's ids are far below 2^53, so that the language's own JSON reads
 * them exactly, and the package weighs 2 kB.
 */
export const JSONParse: typeof JSON.parse = JSON.parse;
export const JSONStringify: typeof JSON.stringify = JSON.stringify;
