import type { Format } from '../../model/vocabulary';
import { above, all, attr, before, closest, matches, one, parent, text } from '../../reading/dom';
import { DIGIT } from './counts';
import { AVATAR, addressOf, BUTTON, named, profileOf, REPLY, type Scope, THREAD_ROW, WORDS } from './scope';

/** Why a row is in a feed: the line above the avatar, with an icon. A link to a profile names who reposted; without a link it is the pin. */
export function reasonOf({ own }: Scope): { reposter: string | null; pinned: boolean } {
  const [icon] = own(`svg,${AVATAR}`);
  const above = icon && matches(icon, 'svg') ? icon : null;
  const link = above && closest(above, 'a');
  return { reposter: profileOf(link), pinned: above !== null && !link && text(parent(above)) !== '' };
}

/** Whether a line leads up from the avatar: the column above that, as wide as it, holds one. */
function joined({ own }: Scope): boolean {
  const [column] = own(`[style*="width: 42px"],${AVATAR}`);
  return column !== undefined && !closest(column, `a,${AVATAR}`) && one(column, '*') !== null;
}

/** The row of a thread right above, where a line leads up to it; others follow the opened post or a row that is not there. */
export function joinedTo(scope: Scope): Element | undefined {
  const row = matches(scope.post, THREAD_ROW) && joined(scope) ? above(scope.post) : null;
  return row
    ? all(row, THREAD_ROW)
        .concat(matches(row, THREAD_ROW) ? row : [])
        .at(-1)
    : undefined;
}

/** Whether the post answers another: it stands below one in a thread, a line leads up from its avatar, or an icon under its name says so. */
export function answers(scope: Scope): boolean {
  const { post, own, time } = scope;
  const thread = matches(post, THREAD_ROW) && closest(post, named('postThreadScreen'));
  if (thread && one(thread, THREAD_ROW) !== post) return true;
  if (joined(scope)) return true;
  const parts = own(`a,svg,${BUTTON},${WORDS},${named('contentHider-post')}`);
  const next = time && parts[parts.indexOf(time) + 1];
  return !!next && matches(next, 'svg');
}

/** Whether another post is quoted. Feeds, lists and starter packs are embedded as plain links. */
export const quotes = ({ embeds }: Scope): boolean => embeds.some((embed) => !matches(embed, 'a') || addressOf(embed)?.part === 'post');

/** What a post holds beside its words; null when that is not known. */
export function formatOf({ own, embeds, words }: Scope): Format | null {
  const [clip] = own('video,[style*="//video."],[src*="//video."]');
  if (clip) return /gif|tenor/.test(`${attr(clip, 'src')}${attr(clip, 'poster')}`) ? 'image' : 'video';
  const pictures = own('img[src*="/img/feed_"]').filter((picture) => !closest(picture, 'a'));
  if (pictures.length) return pictures.length > 1 ? 'carousel' : 'image';
  if ([...own('a'), ...embeds].some(isCard)) return 'link';
  // A player that failed or a content warning would stand between the words and the buttons. "Show more" follows the words
  // directly, and "Everybody can reply" stands beside the date of the opened post.
  const parts = own(`svg,img,${WORDS},${BUTTON}`);
  const next = words && parts.slice(parts.indexOf(words) + 1).find((part) => parent(part) !== parent(words));
  return next && (matches(next, REPLY) || DIGIT.test(text(before(next)))) ? 'text' : null;
}

/** A card with a preview of another site, a feed, a list or a starter pack. */
const isCard = (link: Element): boolean =>
  /^https?:|\/(?:feed|lists|starter-pack)\//.test(attr(link, 'href') ?? '') && !closest(link, WORDS) && one(link, '[dir="auto"]') !== null;

/** Previews of other sites that belong to the post. */
export const cardsOf = ({ own, embeds }: Scope): Element[] =>
  [...own('a'), ...embeds].filter((link) => matches(link, 'a') && isCard(link) && /^https?:/.test(attr(link, 'href') ?? ''));
