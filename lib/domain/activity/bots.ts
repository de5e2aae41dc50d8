/** Who is a bot: one list in one file, shown on the method page. */

export const BOT_WORDS = [
  'bot',
  'ci',
  'robot',
  'automation',
  'dependabot',
  'renovate',
  'greenkeeper',
  'mergify',
  'github-actions',
  'semantic-release',
  'snyk',
  'codecov',
  'allcontributors',
  'imgbot',
  'pre-commit-ci',
  'bors',
  'web-flow',
  'copilot-swe-agent',
] as const;

const SEPARATOR = '[-_.+ \\[\\]()]';
const BOT_PATTERN = new RegExp(`(?:^|${SEPARATOR})(?:${BOT_WORDS.join('|')})(?=$|${SEPARATOR})`, 'i');

export interface Person {
  /** GitHub's account type, e.g. "User", "Bot", "Organization"; null where the commit is linked to none. */
  type?: string | null;
  login?: string | null;
  name?: string | null;
  email?: string | null;
}

/**
 * Whether a commit's author is a bot: GitHub's type says so, or a name, a login or the local part of the e-mail address
 * ends in `[bot]` or holds one of the words between separators. Case does not matter.
 */
export function isBot(person: Person): boolean {
  if (person.type === 'Bot') return true;
  const local = person.email?.split('@')[0];
  return [person.login, person.name, local].some((text) => !!text && BOT_PATTERN.test(text));
}
