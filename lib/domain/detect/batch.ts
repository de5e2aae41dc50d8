/** Gathers texts that follow each other, until it is worth taking their characters from the page, all in one string. */

/** Characters: below this the page's answer costs more than the characters, above it nothing is won and slices grow long. */
export const BATCH = 16_384;
/** Longer texts are cut into pieces of this many characters, or one huge text would be one long slice. */
export const PIECE = 8192;
/** Texts in a batch: walking past them is work, too. */
const MAX_TEXTS = 512;
/** An encoder writes three bytes at most for each unit of a string; the scan's end mark follows. */
const BYTES = 3 * (BATCH + PIECE) + 1;

/** What only the page can say of the texts of owners. */
export interface TextSource<Owner> {
  /** The text of one owner as it stands now. */
  textOf(owner: Owner): string;
  /**
   * The texts from character `from` of the first owner to character `to` of the last, as one string. Where the page has changed since they were
   * counted, or has more between them than was added, it has another length than they.
   */
  textBetween(first: Owner, from: number, last: Owner, to: number): string;
}

/** Made once and filled again and again: what a scan throws away costs it a third of its time. */
export class Batch<Owner> {
  readonly bytes = new Uint8Array(BYTES);
  /** Where each text ends, in characters from the start of the first. */
  readonly ends: number[] = [];
  /** Texts in the batch, and in those before it. */
  count = 0;
  before = 0;
  /** All of them, once they are encoded. */
  text = '';
  readonly #encoder = new TextEncoder();
  readonly #source: TextSource<Owner>;
  readonly #owners: Owner[] = [];
  /** The first text begins at this character of its owner's, the last ends before that one. */
  #from = 0;
  #to = 0;
  #length = 0;
  #isWhole = true;

  constructor(source: TextSource<Owner>) {
    this.#source = source;
  }

  /** Takes the characters `from` to `to` of an owner's text, at most `PIECE`: of one that is not the first, all. True when the batch is full. */
  add(owner: Owner, from: number, to: number): boolean {
    const at = this.count;
    // An empty text has nothing, and neither parts nor joins its neighbours.
    if (from === to) return false;
    if (at === 0) this.#from = from;
    this.#to = to;
    this.#owners[at] = owner;
    this.#length += to - from;
    this.ends[at] = this.#length;
    this.count = at + 1;
    return this.#length >= BATCH || at === MAX_TEXTS - 1;
  }

  /** What is added from now on does not stand right behind what was. */
  part(): void {
    this.#isWhole = this.count === 0;
  }

  /** Writes the texts into `bytes`; returns how many. */
  encode(): number {
    const last = this.count - 1;
    if (last < 0) return 0;
    this.text = this.#isWhole
      ? this.#source.textBetween(this.#owners[0] as Owner, this.#from, this.#owners[last] as Owner, this.#to)
      : '';
    if (this.text.length !== this.#length) this.#gather(last);
    return this.#encoder.encodeInto(this.text, this.bytes).written;
  }

  /** Takes the texts one by one, as long as they are now. */
  #gather(last: number): void {
    let all = '';
    for (let i = 0; i <= last; i++) {
      const text = this.#source.textOf(this.#owners[i] as Owner);
      const from = i === 0 ? this.#from : 0;
      all += text.slice(from, Math.min(i === last ? this.#to : text.length, from + PIECE));
      all = all.slice(0, BATCH + PIECE);
      this.ends[i] = all.length;
    }
    this.text = all;
  }

  textAt(index: number): string {
    return this.text.slice(index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  ownerAt(index: number): Owner {
    return this.#owners[index] as Owner;
  }

  /** Empties the batch; the owner of its last text, and where in it that text ended. */
  clear(): { owner: Owner; to: number } {
    const owner = this.#owners[this.count - 1] as Owner;
    this.before += this.count;
    this.count = 0;
    this.#owners.length = 0;
    this.#length = 0;
    this.#isWhole = true;
    this.text = '';
    return { owner, to: this.#to };
  }
}
