import type { PostReading } from '../../model/capture';
import type { VideoLink } from './links';

type Known = Pick<PostReading, 'author' | 'published' | 'metrics'> & { title: string; live: boolean; promoted?: boolean };

/** A video as a post. YouTube pins, reposts and quotes none. */
export function videoPost({ id, short }: VideoLink, { author, published, metrics, title, live, promoted = false }: Known): PostReading {
  return {
    id,
    aliases: [],
    url: `https://www.youtube.com/${short ? 'shorts/' : 'watch?v='}${id}`,
    author,
    published,
    format: live ? 'live' : short ? 'short' : 'video',
    text: title.slice(0, 2000),
    flags: { pinned: false, promoted, repost: false, quote: false, reply: false },
    metrics,
  };
}
