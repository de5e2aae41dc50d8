/** Which of the registry's regular expressions a page may run: the background looks before it hands them on. */

/** Longer ones are no rule that an editor wrote. */
const MAX_SOURCE = 600;
/** A group that repeats and holds a repetition may take exponential time: such a rule is not used. */
const NESTED_REPETITION = /\([^()]*[+*{][^()]*\)[+*{]|\)[+*]/;

/** The rule, or undefined where it is none, no regular expression, too long or may backtrack for ever. */
export function safeRule(source: string | undefined): string | undefined {
  if (!source || source.length > MAX_SOURCE || NESTED_REPETITION.test(source)) return undefined;
  try {
    return new RegExp(source) && source;
  } catch {
    return undefined;
  }
}
