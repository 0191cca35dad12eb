import type { PostReading } from '../../model/capture';
import type { Format } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { absent } from '../../reading/readings';
import { hashtagsIn, mentionsIn } from '../../reading/words';
import type { PageContext } from '../network';
import { linkOf, type VideoLink } from './links';
import { dataCount } from './numbers';

interface Known extends Pick<PostReading, 'author' | 'published' | 'metrics' | 'links'> {
  /** A video's title, or a text post's words. */
  title: string;
  flags?: Partial<PostReading['flags']>;
  /** Words below these: their hashtags and mentions are the post's. */
  description?: string;
}
const LONGEST_TEXT = 2000;
/** With a video's description. */
const LONGEST_WORDS = 20_000;

/** The parts that hold anything: what is not known is left out. */
export const filled = <T extends object>(parts: T): { [Name in keyof T]?: Exclude<T[Name], '' | false | null | undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => (Array.isArray(part) ? part.length : part))) as Partial<T> as never;

/** A post of any kind. YouTube pins and reposts none. */
export function postOf(id: string, path: string, known: Known & { format: Format | null }): PostReading {
  const { author, published, format, title, description = '', flags, metrics, links } = known;
  const said = `${title}\n${description}`.slice(0, LONGEST_WORDS);
  return {
    id,
    aliases: [],
    url: `https://www.youtube.com/${path}${id}`,
    author,
    published,
    format,
    text: title.slice(0, LONGEST_TEXT),
    flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false, ...flags },
    metrics,
    ...filled({ hashtags: hashtagsIn(said), mentions: mentionsIn(said), links }),
  };
}

/** A video as a post. */
export const videoPost = ({ id, short }: VideoLink, known: Known & { live: boolean; format?: null }): PostReading =>
  postOf(id, short ? 'shorts/' : 'watch?v=', { format: known.live ? 'live' : short ? 'short' : 'video', ...known });

/** What is written about one video for machines: each text is empty where nothing is. */
interface Described {
  id: string;
  author: string | null;
  title: string;
  views: string;
  likes: string;
  /** ISO 8601. */
  date: string;
  live: boolean;
  description?: string;
  flags?: Partial<PostReading['flags']>;
}

/**
 * Since then such data counts a Short's "engaged" views: fewer than those that people see, which count every start.
 * https://support.google.com/youtube/thread/333869549
 */
const ENGAGED_SINCE = Date.UTC(2025, 2, 31);

/** The video that such data describes. */
export function describedPost({ id, views, likes, date, ...known }: Described, at: PageContext): PostReading {
  const link = linkOf(id, at);
  const seen = link.short && at.now >= ENGAGED_SINCE ? null : dataCount(views);
  return videoPost(link, {
    ...known,
    published: isoMoment(date, 'embedded'),
    // A stream that is on counts its viewers.
    metrics: filled({ views: known.live ? absent('embedded') : seen, likes: dataCount(likes) }),
  });
}
