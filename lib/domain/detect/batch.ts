/** Gathers short texts until it is worth turning them into bytes, and tells whose text a byte is. */
import { SEAM } from './byte-tokens.ts';

/** Characters: below this the call of the encoder costs more than the characters, above it nothing is won. */
export const BATCH = 4096;
/** Longer texts are cut into pieces of this many characters, or one huge text would be one long slice. */
export const PIECE = 8192;
/** Texts in a batch: a page may have many empty ones, and walking past them is work too. */
const MAX_TEXTS = 256;
/** An encoder writes three bytes at most for each unit of a string; each text is followed by a seam, all by the scan's end mark. */
const BYTES = 3 * (BATCH + PIECE) + MAX_TEXTS + 8;
const SEAM_TEXT = String.fromCharCode(SEAM);

/** Made once and filled again and again: what a scan throws away costs it a third of its time. */
export class Batch<Owner> {
  readonly bytes = new Uint8Array(BYTES);
  readonly #encoder = new TextEncoder();
  #text = '';
  /** Texts in the batch. */
  count = 0;
  readonly #texts: string[] = [];
  readonly #owners: Owner[] = [];
  /** Where `indexAt` has come to: the first byte of that text, its number. */
  #from = 0;
  #index = 0;

  /** True when the batch is full. `text` has at most `PIECE` characters. */
  add(text: string, owner: Owner): boolean {
    const at = this.count++;
    const all = this.#text + text;
    this.#text = all + SEAM_TEXT;
    this.#texts[at] = text;
    this.#owners[at] = owner;
    return all.length >= BATCH || at === MAX_TEXTS - 1;
  }

  /** Writes the texts into `bytes`; returns how many. */
  encode(): number {
    this.#from = 0;
    this.#index = 0;
    return this.#encoder.encodeInto(this.#text, this.bytes).written;
  }

  /** Number of the text that the byte before `end` belongs to. From one call to the next `end` never falls. */
  indexAt(end: number): number {
    for (;;) {
      const seam = this.bytes.indexOf(SEAM, this.#from);
      // A text with a seam's sign in it counts as two: what follows is taken for a neighbour's, and looked at again before it is shown.
      if (seam < 0 || seam >= end || this.#index === this.count - 1) return this.#index;
      this.#from = seam + 1;
      this.#index++;
    }
  }

  textAt(index: number): string {
    return this.#texts[index] as string;
  }

  ownerAt(index: number): Owner {
    return this.#owners[index] as Owner;
  }

  clear(): void {
    this.#text = '';
    this.count = 0;
  }
}
