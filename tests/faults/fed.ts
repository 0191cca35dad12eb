import type { Capture, PostReading } from '../../lib/model/capture';
import { exact } from '../../lib/reading/readings';
import { capture, DAY, NOW, post } from '../store/build';

/** Accounts that captures are fed of, so that tabs write to the same figures. */
const HANDLES = ['lumen', 'orrery'];

/** Id of the n-th capture that a tab hands in: what it must hold follows from it. */
export const fedId = (tab: number, n: number) => `fed-${tab}-${n}`;

/** Tab and number of a fed capture; null for others. */
export function fedFrom(id: string): { tab: number; n: number } | null {
  const [, tab, n] = /^fed-(\d+)-(\d+)$/.exec(id) ?? [];
  return tab === undefined || n === undefined ? null : { tab: Number(tab), n: Number(n) };
}

/** Likes of a post in a capture: no two captures of a tab have a figure in common, so that one torn or mixed shows. */
export const fedLikes = (n: number, place: number) => n * 1000 + place;

/** The posts of a capture: older ones leave and newer ones come, ten captures at a time. */
export const fedPosts = (handle: string, n: number, count: number): string[] =>
  Array.from({ length: count }, (_, place) => `${handle}-${Math.floor(n / 10) + place}`);

/** The n-th capture that a tab hands in. */
export function fed(tab: number, n: number, posts: number): Capture {
  const handle = HANDLES[tab % HANDLES.length] ?? '';
  const readings = fedPosts(handle, n, posts).map((id, place): PostReading => {
    const at = NOW - 400 * DAY + Number(id.split('-')[1]) * 8 * 3_600_000;
    const metrics = {
      likes: exact(fedLikes(n, place), 'label', String(fedLikes(n, place))),
      comments: exact(place, 'label', String(place)),
    };
    return post(id, { author: handle, published: { value: at, low: at, high: at, from: 'id' }, metrics });
  });
  const account = { ...capture('', []).account, handle, name: handle, url: `https://x.com/${handle}` };
  return capture(fedId(tab, n), readings, { takenAt: NOW + n * 60_000 + tab, account, surface: { kind: 'profile', handle } });
}
