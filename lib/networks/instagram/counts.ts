import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, matches, one, parent, text } from '../../reading/dom';
import { hidden, unread } from '../../reading/readings';
import { linksIn } from './links';

type Metrics = PostReading['metrics'];

/** Icons of a post's own buttons; those of its comments are smaller. */
const ICON = 'svg[height="24"]';
/** Which button an icon is, in any language: speech bubbles, planes and bookmarks are drawn as lines, hearts and reposts as areas. */
const DRAWN = `${ICON} [stroke]`;
const HAS_DIGIT = /\p{Nd}/u;

/** The rows (in the reels viewer: columns) of buttons under the posts below an element. */
export function barsIn(root: Element): Element[] {
  const bars = new Set<Element>();
  for (const icon of all(root, ICON)) {
    if (one(icon, '[stroke]') || closest(icon, 'a[href],form,nav')) continue;
    let bar = parent(icon);
    while (bar && !one(bar, DRAWN)) bar = parent(bar);
    if (bar && root.contains(bar)) bars.add(bar);
  }
  return [...bars].filter((bar) => ![...bars].some((other) => other !== bar && bar.contains(other)));
}

/** An icon and what is written between it and the next. */
interface Button {
  icon: Element;
  words: string;
}

function buttonsOf(bar: Element): Button[] {
  const buttons: Button[] = [];
  for (const element of all(bar, '*')) {
    const last = buttons.at(-1);
    if (matches(element, ICON)) buttons.push({ icon: element, words: '' });
    else if (last && !one(element, '*') && !closest(element, 'svg')) last.words = `${last.words} ${text(element)}`.trim();
  }
  return buttons;
}

/** A printed count, or why there is none. */
const printed = (words: string, counts: CountStyle): Reading => readCount(words, counts) ?? unread('text', words);

/** Counts beside the buttons, as Instagram prints them since 2025. A post of which it prints none there has none in the result. */
function besideButtons(bar: Element, counts: CountStyle): Metrics {
  const buttons = buttonsOf(bar);
  const [heart] = buttons;
  const bubble = buttons.findIndex(({ icon }, place) => place > 0 && one(icon, '[stroke]') && !one(icon, 'line,polygon'));
  const plane = buttons.findIndex(({ icon }) => one(icon, 'line'));
  if (!heart || one(heart.icon, '[stroke]') || !buttons.some(({ words }) => HAS_DIGIT.test(words))) return {};
  // Only what stands between the bubble and the plane can be the repost button.
  const repost = bubble > 0 && plane === bubble + 2 && buttons[bubble + 1];
  const comments = buttons[bubble];
  return {
    ...(heart.words && { likes: HAS_DIGIT.test(heart.words) ? printed(heart.words, counts) : hidden('text', heart.words) }),
    ...(comments && { comments: printed(comments.words, counts) }),
    ...(repost && { shares: printed(repost.words, counts) }),
  };
}

/** "1,234 likes", or "Liked by A and 139 others", which are 140. */
function fromSentence(root: Element, counts: CountStyle): Reading | null {
  const link =
    linksIn(root).find(({ rest, element }) => /^liked_by/.test(rest ?? '') && text(element))?.element ??
    all(root, 'section button').find((button) => !closest(button, 'form') && countIn(text(button), counts));
  if (!link) return null;
  const scope = closest(link, 'section') ?? parent(parent(link) ?? link) ?? link;
  const names = new Set(linksIn(scope).flatMap(({ id, rest, handle, element }) => (!id && !rest && text(element) ? (handle ?? []) : [])))
    .size;
  const words = text(link);
  // "…and others": the author conceals how many. Languages with a dual spell one and two out.
  if (!HAS_DIGIT.test(words)) {
    const { pluralCategories } = new Intl.PluralRules(counts.locale).resolvedOptions();
    return names && !pluralCategories.includes('two') ? hidden('text', words) : unread('text', words);
  }
  const others = countIn(words, counts);
  // Faces without names: whoever they are, they may be in the number or not.
  if (!others || (!names && one(scope, 'img'))) return unread('text', words);
  const plus = (count: number | null) => count && count + names;
  return { ...others, value: plus(others.value), low: plus(others.low), high: plus(others.high) };
}

/** The metrics of a post with buttons. `alone`: no other post's buttons are below the element. */
export function metricsOf(root: Element, counts: CountStyle): Metrics {
  const [bar, other] = barsIn(root);
  const beside = bar && !other ? besideButtons(bar, counts) : {};
  const likes = beside.likes ?? (other ? null : fromSentence(root, counts));
  const all = linksIn(root).find(({ rest, element }) => rest === 'comments' && HAS_DIGIT.test(text(element)));
  const comments = beside.comments ?? (all && (countIn(text(all.element), counts) ?? unread('text', text(all.element))));
  return { ...beside, ...(likes && { likes }), ...(comments && { comments }) };
}

/**
 * The metrics of a tile: none but on the one under the pointer, where likes and comments stand in this order, and views in the reels tab.
 * A tile whose likes are hidden prints comments alone. Until 2022 videos had views in the place of likes, beside a play icon.
 */
export function tileMetrics(tile: Element, counts: CountStyle, reels: boolean): Metrics {
  const [first, second, third] = all(tile, 'ul>li').map(text).filter(Boolean);
  const shown = all(tile, 'span').filter((span) => !one(span, '*') && !closest(span, 'ul') && HAS_DIGIT.test(text(span)));
  const [views] = shown;
  return {
    ...(first &&
      second &&
      !third && { [one(tile, 'ul [class*="PlayIcon"]') ? 'views' : 'likes']: printed(first, counts), comments: printed(second, counts) }),
    ...(reels && views && { views: shown[1] ? unread() : printed(text(views), counts) }),
  };
}

/** Whether a tile bears the pin of posts that are kept on top. */
export const isPinned = (tile: Element): boolean => all(tile, 'path').some((path) => /^m22\.707 7\.583/.test(attr(path, 'd') ?? ''));
