import type { Format, MetricName, NetworkId } from '../../../lib/model/vocabulary';

export type Language = 'en' | 'fr';

/** Somebody who publishes. */
export interface Person {
  name: string;
  /** Without @. */
  handle: string;
  /** The network's own id: digits on X, a DID on Bluesky, UC… on YouTube. */
  nativeId: string;
}

/** The true counts of a post; null where the network has none to show (an X post from before views were counted). */
export type Counts = Record<'likes' | 'comments' | 'shares' | 'quotes' | 'saves', number> & { views: number | null };

/** A post as it truly is; what a page shows of it is the page's business. */
export interface DemoPost {
  id: string;
  author: Person;
  published: number;
  text: string;
  format: Format;
  counts: Counts;
  pinned: boolean;
  promoted: boolean;
  /** Somebody else's post that the page's account shared. */
  repost: boolean;
  quote: { author: Person; text: string; id: string; published: number } | null;
  /** Seconds, for videos. */
  length: number;
  /** The author conceals the likes (YouTube). */
  likesHidden: boolean;
}

/** What somebody wrote under a post. */
export interface DemoComment {
  id: string;
  /** Handle, without @. */
  author: string;
  at: number;
  text: string;
  byAccount: boolean;
  hearted: boolean;
  /** Id of the comment that it answers. */
  replyTo: string | null;
}

/** An account's page as it truly is at `now`. */
export interface DemoProfile {
  owner: Person;
  bio: string;
  followers: number;
  following: number;
  postCount: number;
  /** In page order. */
  posts: DemoPost[];
  language: Language;
  now: number;
}

/** What a reader must find on a page. A metric that the page does not print is left out; `hidden` and `absent` are said. */
export interface Truth {
  network: NetworkId;
  handle: string;
  /** Null where the page does not show them. */
  followers: number | null;
  posts: {
    id: string;
    own: boolean;
    published: number;
    flags: { pinned: boolean; repost: boolean; quote: boolean };
    metrics: Partial<Record<MetricName, number | 'hidden' | 'absent'>>;
  }[];
  /** Those under a post that has a page of its own. */
  comments: Pick<DemoComment, 'id' | 'at' | 'byAccount' | 'hearted' | 'replyTo'>[];
}

/** A page to serve, with what it truly says. */
export interface DemoPage {
  url: string;
  html: string;
  truth: Truth;
}
