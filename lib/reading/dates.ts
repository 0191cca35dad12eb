import type { Moment } from '../model/capture';
import type { MomentSource } from '../model/vocabulary';

/** A moment from an ISO 8601 text (`<time datetime>`, JSON); a date without a time is the interval of that day (UTC ± the zone's doubt). Null when it is no date. */
export function isoMoment(text: string | null | undefined, from: MomentSource = 'attribute'): Moment | null {
  throw new Error('being written');
}

/** A moment from a relative text in any language ("il y a 2 semaines", "2y ago", "2年前"): an interval before `now`. Null when it is none. */
export function relativeMoment(text: string | null | undefined, locale: string, now: number): Moment | null {
  throw new Error('being written');
}
