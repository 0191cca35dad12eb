/** The fixed words of the product. No schema here: content scripts import this file, and schemas are too heavy for them. */

export const NETWORK_IDS = [
  'facebook',
  'instagram',
  'x',
  'linkedin',
  'youtube',
  'tiktok',
  'threads',
  'pinterest',
  'reddit',
  'bluesky',
  'mastodon',
  'web',
] as const;
export type NetworkId = (typeof NETWORK_IDS)[number];

/** What a post is counted by. `shares` is what the network's own share button counts (see each network's file). The store knows them by place: new ones go at the end. */
export const METRIC_NAMES = ['likes', 'comments', 'shares', 'quotes', 'saves', 'views'] as const;
export type MetricName = (typeof METRIC_NAMES)[number];

export const FORMATS = ['image', 'carousel', 'video', 'short', 'text', 'link', 'poll', 'live', 'story', 'document', 'repost'] as const;
export type Format = (typeof FORMATS)[number];

/** What a page is: an account's page, one post's page, a mixed feed, or search results. */
export const SURFACE_KINDS = ['profile', 'post', 'feed', 'search'] as const;
export type SurfaceKind = (typeof SURFACE_KINDS)[number];

/** exact: every digit was shown; rounded: an interval; hidden: the network conceals it; absent: not shown there at all; unread: should have been read and was not. */
export const READING_KINDS = ['exact', 'rounded', 'hidden', 'absent', 'unread'] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

/** Where a reading came from: an accessibility label, visible text, data in the document, data the page received. A fifth one renumbers what is stored (lib/store/codes.ts). */
export const READING_SOURCES = ['label', 'text', 'embedded', 'response'] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];

/** What can be read of a page: what it shows, data that it carries, data that it received (precise mode). */
export const LAYERS = ['dom', 'embedded', 'response'] as const;
export type Layer = (typeof LAYERS)[number];

/** `paid`: a paid partnership, labelled so by the network; `collaboration`: published by several accounts together. Stored by place too. */
export const POST_FLAGS = ['pinned', 'promoted', 'repost', 'quote', 'reply', 'paid', 'collaboration'] as const;
export type PostFlag = (typeof POST_FLAGS)[number];

/** Kinds of reaction that Facebook and LinkedIn count apart; together they are the post's `likes`. */
export const REACTIONS = ['like', 'love', 'care', 'haha', 'wow', 'sad', 'angry', 'celebrate', 'support', 'insightful', 'funny'] as const;

/** How a publication time is known. `relative` ("2 weeks ago") is an interval. */
export const MOMENT_SOURCES = ['id', 'attribute', 'embedded', 'text', 'relative'] as const;
export type MomentSource = (typeof MOMENT_SOURCES)[number];

/** The part a brand plays in a study. Inspiration stays out of sector medians. */
export const ROLES = ['own', 'direct', 'indirect', 'leader', 'inspiration'] as const;
export type Role = (typeof ROLES)[number];

/** Whom a brand sells to: companies, people, or both. */
export const AUDIENCES = ['b2b', 'b2c', 'both'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Why an attempt to capture saved nothing. */
export type Refusal =
  | 'unknown-page'
  | 'no-account'
  | 'loading'
  | 'no-posts'
  | 'blocked'
  | 'not-saved'
  | 'disk-full'
  | 'store-closed'
  | 'failed';

/**
 * Tags that every workspace has, in the order of their keys. The first three are the parts of a mix (what a post is for: its own goods, what
 * others made, a conversation); `useful` is a post that gives its reader something without being bought;
 * `mission` serves what its channel is for.
 */
export const FIXED_TAGS = ['promote', 'curate', 'interact', 'useful', 'mission'] as const;
export type FixedTag = (typeof FIXED_TAGS)[number];
