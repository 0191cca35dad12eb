import type { Format } from '../../model/vocabulary';
import { attr, closest, matches, one, parent, text } from '../../reading/dom';
import { AVATAR, addressOf, BUTTON, named, own, profileOf, type Scope, THREAD_ROW, WORDS } from './scope';

/** Why a row is in a feed: the line above the author, with an icon. A link to a profile names who reposted; without a link it is the pin. */
export function reasonOf(scope: Scope): { reposter: string | null; pinned: boolean } {
  const [icon] = own(scope, `svg,${AVATAR}`);
  const above = icon && matches(icon, 'svg') && !closest(icon, AVATAR) ? icon : null;
  const link = above && closest(above, 'a');
  return { reposter: link ? profileOf(link) : null, pinned: above !== null && !link && text(parent(above)) !== '' };
}

/** Whether the post answers another: it stands below one in a thread, a line leads up from its avatar, or an icon under its name says so. */
export function answers(scope: Scope): boolean {
  const { post, time } = scope;
  if (matches(post, THREAD_ROW)) {
    const screen = closest(post, `${named('postThreadScreen')},main`);
    if (screen && one(screen, THREAD_ROW) !== post) return true;
  }
  // The column above the avatar, as wide as that, holds the line.
  const [column] = own(scope, `[style*="width: 42px"],${AVATAR}`);
  if (column && !closest(column, `a,${AVATAR}`) && one(column, '*')) return true;
  const parts = own(scope, `a,svg,${BUTTON},${WORDS},${named('contentHider-post')}`);
  const next = time && parts[parts.indexOf(time) + 1];
  return !!next && matches(next, 'svg');
}

/** Whether another post is quoted. Feeds, lists and starter packs are embedded as plain links. */
export const quotes = ({ embeds }: Scope): boolean => embeds.some((embed) => !matches(embed, 'a') || addressOf(embed)?.part === 'post');

/** What a post holds beside its words; null when that is not known. */
export function formatOf(scope: Scope): Format | null {
  const [clip] = own(scope, 'video,[style*="//video."],[src*="//video."]');
  if (clip) return /gif|tenor/.test(`${attr(clip, 'src')}${attr(clip, 'poster')}`) ? 'image' : 'video';
  const pictures = own(scope, 'img[src*="/img/feed_"]').filter((picture) => !closest(picture, 'a'));
  if (pictures.length) return pictures.length > 1 ? 'carousel' : 'image';
  if ([...own(scope, 'a'), ...scope.embeds].some(isCard)) return 'link';
  return scope.words && !leftovers(scope, scope.words) ? 'text' : null;
}

/** A card with a preview of another site, a feed, a list or a starter pack. */
function isCard(link: Element): boolean {
  const href = attr(link, 'href') ?? '';
  const leads = /^https?:/.test(href) || /\/(?:feed|lists|starter-pack)\//.test(href);
  return leads && !closest(link, WORDS) && one(link, '[dir="auto"]') !== null;
}

/** Whether something that is not known stands between the words and the row of buttons: a player that failed, a content warning. */
function leftovers(scope: Scope, words: Element): boolean {
  const parts = own(scope, `${WORDS},${BUTTON}`);
  const end = parts.findIndex((part) => matches(part, named('replyBtn')));
  return parts.slice(parts.indexOf(words) + 1, end < 0 ? undefined : end).some((button) => {
    // "Show more" follows the words directly; "Everybody can reply" stands beside the date of the opened post.
    if (!one(button, 'svg,img')) return parent(button) !== parent(words);
    return !/\p{Nd}/u.test(text(button.previousElementSibling));
  });
}
