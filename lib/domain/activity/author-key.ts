/** Author keys: who counts as one developer. Nothing that names a person leaves this file. */
import type { Person } from './bots.ts';

/** `12345+login@users.noreply.github.com`, the address that GitHub gives to those who hide theirs. */
const NOREPLY = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/;

/**
 * A 64-bit fingerprint as 16 hex digits: two 32-bit multiply–rotate hashes with different constants. It only has to tell
 * texts apart on this device (10⁵ texts collide with a chance of about 10⁻⁹); it is no protection of secrets.
 */
export function hashText(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b + code, 0x1b873593) ^ (b >>> 13);
  }
  return hex(mix(a ^ b)) + hex(mix(Math.imul(b, 5) + a));
}

function mix(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return x ^ (x >>> 16);
}

function hex(h: number): string {
  return (h >>> 0).toString(16).padStart(8, '0');
}

/**
 * The author key: `id:<number>` when GitHub links the commit to an account; else the fingerprint of the e-mail address in
 * lower case without its `+tag`, or of the login inside a no-reply address. Display names never merge anybody; a commit
 * with neither account nor address gets the fingerprint of its name, prefixed so that it joins nothing else.
 */
export function authorKey(person: Person & { id?: number | null }): string {
  if (person.id != null) return `id:${person.id}`;
  const email = person.email?.trim().toLowerCase();
  if (!email) return `n:${hashText(person.name ?? '')}`;
  const login = NOREPLY.exec(email)?.[1];
  if (login) return `l:${hashText(login)}`;
  return `e:${hashText(email.replace(/\+[^@]*(?=@)/, ''))}`;
}

/**
 * Sixty characters tell messages apart and are what both APIs give whole (GraphQL shortens a headline to about seventy);
 * with this length the shares of equal messages are those expected for all six reference histories.
 */
const HEADLINE_LENGTH = 60;

/**
 * Fingerprint of a message's first line. Case and numbers do not make a message another one: "Bump x (#12)" is the same
 * message as "bump x (#13)".
 */
export function headlineKey(headline: string): string {
  return hashText(headline.toLowerCase().replace(/\d+/g, '#').slice(0, HEADLINE_LENGTH));
}
