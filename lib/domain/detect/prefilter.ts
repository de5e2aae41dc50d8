/** What a page holds of the registry: keys, no names. Made at build time by prefilter-build.ts, read by the detector. */
import { type Bloom, decodeBloom } from './bloom.ts';

/** As the virtual module carries it. */
export interface PackedPrefilter {
  names: string;
  weak: string;
  /** Upper 24 bits of the keys of names in small letters, three bytes each, base64. */
  lower: string;
}

export interface Prefilter {
  names: Bloom;
  weak: Bloom;
  /** Upper 24 bits of the keys of words in small letters. */
  lower: number[];
}

/** Bits that a key sets in each filter: near the optimum for the bits it has there. */
export const NAME_PROBES = 5;
export const WEAK_PROBES = 2;

/** 32-bit keys are told apart well enough by 24 bits when there are few of them. */
export const shortKey = (key: number) => key >>> 8;

export function unpackPrefilter(packed: PackedPrefilter): Prefilter {
  const bytes = atob(packed.lower);
  const lower: number[] = [];
  for (let i = 0; i + 2 < bytes.length; i += 3) {
    lower.push((bytes.charCodeAt(i) << 16) | (bytes.charCodeAt(i + 1) << 8) | bytes.charCodeAt(i + 2));
  }
  return { names: decodeBloom(packed.names, NAME_PROBES), weak: decodeBloom(packed.weak, WEAK_PROBES), lower };
}

/** 2 kB of keys, four bytes each: what the reader's own projects may add to a page. */
export const MAX_OWN_KEYS = 512;
/** Item of the extension's local storage in which the background keeps them for the pages: an array of numbers. */
export const OWN_KEYS_ITEM = 'detector.ownKeys';
