import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { ReadingSource } from '../../model/vocabulary';
import { rounded } from '../../reading/readings';
import { dig } from '../../reading/trees';
import type { PageContext } from '../network';
import { rowsIn } from './card-data';
import { leaves, under, wordsAt } from './data';
import { channelLink } from './links';
import { hasDigit, phraseCount, stamped } from './numbers';
import { filled } from './post';

export const LONGEST_BIO = 1000;
/** Icons and styles of the badges of channels that YouTube vouches for. */
const PROVEN = /CHECK_CIRCLE|AUDIO_BADGE|STYLE_TYPE_VERIFIED/;

type Counts = Partial<Pick<AccountReading, 'followers' | 'posts'>>;

/**
 * Subscribers. YouTube shows three digits of them and cuts the rest off, also in languages that write the zeros out ("265.000"):
 * https://support.google.com/youtube/answer/6051134
 */
function subscribers(printed: string, at: PageContext): Reading {
  const count = phraseCount(printed, at);
  const { value, from, raw } = count;
  const step = 10 ** (String(value).length - 3);
  return value && step > 1 && value % step === 0 ? rounded(value, value, value + step - 1, from, raw) : count;
}

const isDot = (piece: string) => /^[•·]$/.test(piece);

/** Subscribers and videos: those that have names of their own, else among the pieces of a header, in this order. */
export function headerCounts(pieces: string[], at: PageContext, named: string | null, videos?: string): Counts {
  const counts = pieces.filter((piece) => hasDigit(piece) && !piece.includes('@'));
  const between = pieces.slice(pieces.indexOf(counts[0] ?? ''), pieces.lastIndexOf(counts[1] ?? ''));
  // Where dots stand between pieces, one stands between these, or they have changed places.
  const torn = pieces.some(isDot) && !between.some(isDot);
  // One count alone is either subscribers or, where the channel conceals those, videos; of three, one is neither.
  const [first, second] = counts.length === 2 && !torn ? counts : [];
  const [subscribed, posted] = [named || first, videos || second];
  return filled({ followers: subscribed && subscribers(subscribed, at), posts: posted && phraseCount(posted, at) });
}

/** What data of a channel's page says for machines. */
const metaOf = (data: unknown) => dig(data, 'metadata.channelMetadataRenderer');

/** Whether data of a channel's page is about the channel of a handle. */
export const isAbout = (data: unknown, handle: string): boolean =>
  ['vanityChannelUrl', 'channelUrl'].some((key) => channelLink(wordsAt(metaOf(data), key))?.toLowerCase() === handle.toLowerCase());

/** What the data of a channel's page says of the channel. */
export function headerFacts(data: unknown, at: PageContext, from: ReadingSource): Partial<AccountReading> {
  const meta = metaOf(data);
  const header = dig(data, 'header');
  const old = under(header, 'c4TabbedHeaderRenderer');
  const rows = rowsIn(under(header, 'pageHeaderViewModel'));
  const pieces = rows.flat().map((part) => part.text);
  const badges = old ?? under(header, 'dynamicTextViewModel');
  return {
    ...filled({
      nativeId: wordsAt(meta, 'externalId'),
      name: wordsAt(meta, 'title'),
      verified: leaves(badges).some(([, words]) => PROVEN.test(words)),
      bio: wordsAt(meta, 'description').slice(0, LONGEST_BIO),
    }),
    ...stamped(headerCounts(pieces, at, wordsAt(old, 'subscriberCountText'), wordsAt(old, 'videosCountText')), from),
  };
}
