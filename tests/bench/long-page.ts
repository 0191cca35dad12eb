import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Format, NetworkId } from '../../lib/model/vocabulary';
import { PROJECT } from '../browser/build';
import type { DemoPost, Person } from '../demo/pages/data';
import { xProfile } from '../demo/pages/x';
import { pick, seeded, snowflake } from '../demo/random';

export interface LongPage {
  url: string;
  html: string;
  now: number;
}

const NOW = Date.UTC(2026, 9, 20, 9);
const HOUR = 3_600_000;
const OWNER: Person = { name: 'Lumen Atelier', handle: 'lumenatelier', nativeId: '2244994000' };
const GUEST: Person = { name: 'Solmerine', handle: 'solmerine', nativeId: '2244994001' };
const FORMATS: readonly Format[] = ['text', 'image', 'image', 'video', 'link'];
const TEXT =
  'A lamp left the workshop today, with 38 parts and 2.4K steps. #lamps #slow for @solmerine, all of it at https://lumen.example/lamp';

/** An X profile with that many posts: of all formats, some quoting, reposted or pinned, as its own script leaves it in the document. */
export function longXPage(count: number): LongPage {
  const random = seeded('bench');
  const posts = Array.from({ length: count }, (_, index): DemoPost => {
    const published = NOW - (index + 1) * 7 * HOUR;
    const number = (most: number) => Math.floor(most * random() ** 3);
    const repost = index % 17 === 5;
    const quoted = {
      author: GUEST,
      text: 'Thirty-eight stalls and 2.4K visitors.',
      id: snowflake(published - HOUR, random),
      published: published - HOUR,
    };
    return {
      ...{ id: snowflake(published, random), author: repost ? GUEST : OWNER, published, text: `${TEXT} (${index + 1})` },
      ...{ format: pick(FORMATS, random), pinned: index === 0, promoted: false, repost, length: 90, likesHidden: false },
      counts: {
        likes: number(90_000),
        comments: number(900),
        shares: number(4000),
        quotes: 0,
        saves: number(700),
        views: 500 + number(2_000_000),
      },
      quote: index % 11 === 3 ? quoted : null,
    };
  });
  const [followers, following, postCount] = [48_213, 210, count];
  const html = xProfile({ owner: OWNER, bio: 'Lamps made slowly.', followers, following, postCount, posts, language: 'en', now: NOW });
  return { url: `https://x.com/${OWNER.handle}`, html, now: NOW };
}

/** A fixture page of a network; its posts are repeated once it is open. */
export function fixturePage(network: NetworkId, name: string): LongPage {
  const folder = join(PROJECT, 'tests', 'fixtures', network);
  const { url, now } = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
  return { url, now, html: readFileSync(join(folder, `${name}.html`), 'utf8') };
}
