/** What a page holds of the registry: keys, no names. Made at build time by prefilter-build.ts, read by the detector. */
import { type Bloom, decodeBloom } from './bloom.ts';

/** As the virtual module carries it. */
export interface PackedPrefilter {
  names: string;
  /** Short keys of the exact list, ascending: differences in base 128, the last digit below 128; base64. */
  exact: string;
}

export interface Prefilter {
  names: Bloom;
  /** Short keys of names in small letters and in other scripts than Latin: few, and too many words would pass a filter. */
  exact: number[];
}

/** Bits that a key sets: the optimum for five bits an entry. */
export const NAME_PROBES = 3;

/** 20 of 32 bits tell a few hundred keys from others well enough: one word in 1,500 passes. */
export const SHORT_SHIFT = 12;
export const shortKey = (key: number) => key >>> SHORT_SHIFT;

export function unpackPrefilter(packed: PackedPrefilter): Prefilter {
  const exact: number[] = [];
  let key = 0;
  let delta = 0;
  for (const digit of atob(packed.exact)) {
    const value = digit.charCodeAt(0);
    delta = delta * 128 + (value & 127);
    if (value > 127) continue;
    key += delta;
    delta = 0;
    exact.push(key);
  }
  return { names: decodeBloom(packed.names, NAME_PROBES), exact };
}

/** 2 kB of keys, four bytes each: what the reader's own projects may add to a page. */
export const MAX_OWN_KEYS = 512;
/** Item of the extension's local storage in which the background keeps them for the pages: an array of numbers. */
export const OWN_KEYS_ITEM = 'detector.ownKeys';
