/** Compute, from collected facts: how long ago the last stable release was, and how regular releases are. */
import type { CodeSignalId, UnknownReason } from '../signal.ts';
import { DAY_S } from '../time.ts';
import { evidenceOf, type RepoView } from './collect.ts';
import { atLeast, type Draft, unknown } from './draft.ts';
import { RELEASE_DAYS, RELEASE_GAPS } from './limits.ts';
import type { LiveContext } from './live-context.ts';
import { releaseDays, releaseRhythm, uniqueDays } from './releases.ts';
import type { RepoFacts } from './repo-facts.ts';

const IDS: CodeSignalId[] = ['days-since-release', 'release-gap'];

/** Days since the last stable release and the median gap between releases, over all repositories. */
export function releases(context: LiveContext): Draft[] {
  const present = context.views.filter((view) => !view.gone && !view.empty);
  const reads = present.flatMap(({ facts }) => facts.releases ?? facts.tags ?? []);
  const missing = present.find(({ facts }) => !facts.releases);
  if (reads.length === 0) return IDS.map((id) => unknown(id, missing ? releaseReason(missing.facts) : 'not-read'));
  const days = uniqueDays(
    present.flatMap(({ facts }) => releaseDays(facts.releases?.value ?? [], datedTags(facts), context.now)),
  );
  const nowS = Math.floor(context.now / 1000);
  const { daysSince, gap, late } = releaseRhythm(days, nowS);
  const base = {
    source: 'github' as const,
    asOf: Math.max(...reads.map((read) => read.readAt)),
    evidence: evidenceOfReleases(present),
    inputs: { days: isoDays(days.slice(0, RELEASE_GAPS + 1)), late: late === null ? null : late ? 'yes' : 'no' },
    to: nowS,
    partial: missing !== undefined,
  };
  // Tags carry no date: where some have none and no release is known, the last one may simply be undated.
  const undated = days.length === 0 && present.some(({ facts }) => datedTags(facts).some((tag) => tag.at === null));
  const since: Draft = { ...base, id: 'days-since-release', value: daysSince, from: days[0] ?? nowS };
  const rhythm: Draft = { ...base, id: 'release-gap', value: gap, from: nowS - RELEASE_DAYS * DAY_S };
  return [
    atLeast(daysSince !== null, undated ? 'needs-commits' : 'not-applicable', since),
    atLeast(gap !== null, undated ? 'needs-commits' : 'too-few', rhythm),
  ];
}

/** Dates of tags that REST leaves out, where the tag's commit was read. */
function datedTags(facts: RepoFacts) {
  const dates = new Map(facts.commits?.value.commits.map((c) => [c.sha, c.committedAt * 1000]));
  return (facts.tags?.value ?? []).map((tag) => ({ ...tag, at: tag.at ?? dates.get(tag.sha) ?? null }));
}

function evidenceOfReleases(views: readonly RepoView[]) {
  return views.flatMap(({ facts }) => [
    ...(facts.releases ? [evidenceOf(facts.releases, 'releases')] : []),
    ...(facts.tags ? [evidenceOf(facts.tags, 'tags')] : []),
  ]);
}

function isoDays(days: readonly number[]): string {
  return days.map((day) => new Date(day * 1000).toISOString().slice(0, 10)).join(' ');
}

function releaseReason(facts: RepoFacts): UnknownReason {
  const failure = facts.failures.releases;
  return failure ? (failure.kind === 'pending' ? 'pending' : 'failed') : 'not-read';
}
