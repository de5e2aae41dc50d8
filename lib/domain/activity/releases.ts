/** Which releases are stable ones, and how long ago and how regular they are. */
import { DAY_S } from '../time.ts';
import * as limit from './limits.ts';
import type { ReleaseFact, TagFact } from './repo-facts.ts';

/** A version at the end of a tag: "v1.2.3", "geth-1.14", "libp2p-core-v0.43.2", with what follows it. */
const VERSION = /(?:^|[^\d.])v?(\d+\.\d+(?:\.\d+){0,2})(?:$|([-+.a-z].*)$)/i;
/** Words in a tag without a version that mark a trial. */
const TRIAL =
  /(?:^|[-_./ ])(?:alpha|beta|rc|dev|devnet|testnet|preview|nightly|canary|snapshot|audits?)(?:$|[-_./\d ])/i;

/** Whether a tag is a semantic version without a pre-release part ("-rc.1", "-testnet"); build metadata ("+x") is allowed. */
export function isStableVersion(tag: string): boolean {
  const match = VERSION.exec(tag);
  return !!match && !TRIAL.test(tag) && (!match[2] || match[2].startsWith('+'));
}

/** Whether a release is stable: no draft, not marked as pre-release, and its tag is no pre-release version or trial. */
export function isStableRelease(release: ReleaseFact): boolean {
  if (release.draft || release.prerelease || TRIAL.test(release.tag)) return false;
  return VERSION.test(release.tag) ? isStableVersion(release.tag) : true;
}

/** Days (Unix s at 00:00 UTC) with a stable release before `endMs`, newest first, each day once; else days of semantic version tags. */
export function releaseDays(releases: readonly ReleaseFact[], tags: readonly TagFact[], endMs: number): number[] {
  const stable = releases.filter(isStableRelease).map((r) => r.at);
  const dates =
    stable.length > 0 ? stable : tags.flatMap((t) => (t.at !== null && isStableVersion(t.name) ? [t.at] : []));
  return uniqueDays(dates.filter((at) => at <= endMs).map((ms) => Math.floor(ms / 1000)));
}

/** UTC days of the given Unix seconds, newest first, each once. */
export function uniqueDays(seconds: readonly number[]): number[] {
  return [...new Set(seconds.map((s) => Math.floor(s / DAY_S) * DAY_S))].sort((a, b) => b - a);
}

export interface ReleaseRhythm {
  /** Whole days since the last release day; null without one. */
  daysSince: number | null;
  /** Median gap in days between the last ≤ 11 release days within 730 d; null below 3 release days. */
  gap: number | null;
  /** Recency over 3 × gap and over 90 days; null where the gap is unknown. */
  late: boolean | null;
}

/** Rhythm of release days (newest first) as of `nowS` (Unix s). */
export function releaseRhythm(days: readonly number[], nowS: number): ReleaseRhythm {
  const daysSince = days[0] === undefined ? null : Math.floor((nowS - days[0]) / DAY_S);
  const recent = days.filter((day) => day > nowS - limit.RELEASE_DAYS * DAY_S).slice(0, limit.RELEASE_GAPS + 1);
  const gaps = recent.slice(1).map((day, i) => ((recent[i] ?? day) - day) / DAY_S);
  const gap = recent.length >= limit.MIN_RELEASES ? median(gaps) : null;
  const known = gap !== null && daysSince !== null;
  const late = known ? daysSince > limit.LATE_GAPS * gap && daysSince > limit.LATE_DAYS : null;
  return { daysSince, gap, late };
}

/** Median; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const inOrder = [...values].sort((a, b) => a - b);
  const middle = inOrder.length >> 1;
  const upper = inOrder[middle] ?? 0;
  return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? 0) + upper) / 2;
}
