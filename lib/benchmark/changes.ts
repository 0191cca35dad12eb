import { groupedBy } from '../model/grouped';
import type { Reading } from '../model/reading';
import type { AccountSighting } from '../model/records';
import { robustScores } from '../stats/robust';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Fewer periods between captures do not show what is usual for an account. */
const FEWEST_STEPS = 5;
/** Robust standard deviations beyond which a value is an outlier (Iglewicz & Hoaglin 1993, cited in lib/stats/robust.ts). */
const UNUSUAL = 3.5;

/** What a profile says of itself. */
export const PROFILE_FACTS = ['name', 'bio', 'link', 'category', 'verified'] as const;
export type ProfileFact = (typeof PROFILE_FACTS)[number];

interface Between {
  accountKey: string;
  /** The last capture that showed it as before, and the first that showed it changed, epoch ms. */
  after: number;
  by: number;
  /** Address of the later page. */
  url: string;
}

/** A fact of a profile that another capture shows otherwise. */
export interface FactChange extends Between {
  kind: ProfileFact;
  before: string | boolean;
  now: string | boolean;
  /** The two pages were read by different versions of the reader, which may be what changed. */
  otherReader: boolean;
}

/** Followers won or lost from one capture to another, surely not none. */
export interface FollowerStep extends Between {
  kind: 'followers';
  before: Reading;
  now: Reading;
  low: number;
  high: number;
  /** Beyond what this account wins or loses from capture to capture; null where fewer than five periods show what is usual. */
  unusual: boolean | null;
}

export type ProfileChange = FactChange | FollowerStep;

/**
 * What changed in some profiles from capture to capture, newest first. A fact that a page does not show is unknown, not removed: it is
 * held against the last page that showed it. Only profile pages count, since others cut texts short.
 */
export function changesOf(sightings: AccountSighting[]): ProfileChange[] {
  const profiles = sightings.filter(({ surface }) => surface === 'profile').sort((a, b) => a.takenAt - b.takenAt);
  const all = [...groupedBy(profiles, ({ accountKey }) => accountKey).values()].flatMap((own) => [
    ...PROFILE_FACTS.flatMap((fact) => factChanges(own, fact)),
    ...followerSteps(own),
  ]);
  return all.sort((a, b) => b.by - a.by || a.accountKey.localeCompare(b.accountKey, 'en') || a.kind.localeCompare(b.kind, 'en'));
}

function factChanges(own: AccountSighting[], fact: ProfileFact): FactChange[] {
  const changes: FactChange[] = [];
  const last = new Map<string, { seen: AccountSighting; value: string | boolean }>();
  for (const seen of own) {
    const value = seen.account[fact] ?? null;
    if (value === null) continue;
    // A trade is named in the language that the page was shown in.
    const ground = fact === 'category' ? seen.locale.slice(0, 2) : '';
    const known = last.get(ground);
    last.set(ground, { seen, value });
    if (!known || alike(known.value, value)) continue;
    changes.push({
      ...{ kind: fact, accountKey: seen.accountKey, after: known.seen.takenAt, by: seen.takenAt, url: seen.url },
      ...{ before: known.value, now: value, otherReader: known.seen.adapter !== seen.adapter },
    });
  }
  return changes;
}

/** Spaces, and the end of a text that the page cut short, are not what an account changed. */
function alike(a: string | boolean, b: string | boolean): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === b;
  const [one, other] = [a, b].map((text) => text.normalize().replace(/\s+/gu, ' ').trim());
  if (one === other) return true;
  const begins = (short = '', long = '') => /(…|\.\.\.)$/.test(short) && long.startsWith(short.replace(/\s*(…|\.\.\.)$/, ''));
  return begins(one, other) || begins(other, one);
}

interface Step extends FollowerStep {
  weekly: number;
}

/** From each capture to the next that is at least a day younger. */
function followerSteps(own: AccountSighting[]): FollowerStep[] {
  const steps: Step[] = [];
  let known: AccountSighting | null = null;
  for (const seen of own) {
    const now = seen.account.followers;
    if (now.value === null) continue;
    if (known && seen.takenAt - known.takenAt < DAY) continue;
    const step = known && stepOf(known, seen);
    if (step) steps.push(step);
    known = seen;
  }
  const scores = steps.length >= FEWEST_STEPS ? robustScores(steps.map(({ weekly }) => weekly)) : null;
  return steps.flatMap(({ weekly: _, ...step }, index) => {
    // Rounded counts move by steps of their own: what may be no change at all is none.
    if (step.low <= 0 && step.high >= 0) return [];
    return [{ ...step, unusual: scores ? Math.abs(scores[index] ?? 0) > UNUSUAL : null }];
  });
}

function stepOf(earlier: AccountSighting, later: AccountSighting): Step | null {
  const [before, now] = [earlier.account.followers, later.account.followers];
  if (before.value === null || before.low === null || before.high === null) return null;
  if (now.value === null || now.low === null || now.high === null) return null;
  return {
    ...{ kind: 'followers', accountKey: later.accountKey, after: earlier.takenAt, by: later.takenAt, url: later.url, before, now },
    ...{ low: now.low - before.high, high: now.high - before.low, unusual: null },
    // As a part of the followers before, so that a growing account does not come to look unusual.
    weekly: ((now.value - before.value) / Math.max(1, before.value)) * (WEEK / (later.takenAt - earlier.takenAt)),
  };
}
