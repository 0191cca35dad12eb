import { all, attr, closest, concealed, contains, follows, matches, nodesIn, one, parent, text } from '../../reading/dom';
import { handleOf, type PostLink, postLink } from './links';
import { HAS_DIGIT } from './words';

/** Posts of the layouts of 2020 and later; of the mobile sites, where people's posts and posts on pages of their own are no articles; of the desktop before. Comments have `role=article` too, with a label. */
const CARD = '[aria-posinset]:not(li,[role]),[role=article]:not([aria-label]),article,.async_like,.userContentWrapper';
/** A comment; and where comments are written. */
export const COMMENT = '[role=article][aria-label]';
const COMMENTS = `${COMMENT},form`;
const HEAD = '[data-ad-rendering-role=profile_name],h2,h3,h4,h5,header';
/** Counts and buttons below a post. */
export const FOOT = 'div[data-visualcompletion=ignore-dynamic]';
/** The words of a post; last those of the mobile sites, and of the desktop until 2020. */
export const MESSAGE = '[data-ad-rendering-role=story_message],[data-ad-preview=message],[data-ft*="*s"],.userContent';
export const LINK = 'a[href]';
export const BUTTON = '[role=button]';
/** A post is not farther than this above its author's name. */
const FARTHEST = 40;

/** No post shares more: around each of them is looked for what is its own. */
const MOST_HEADS = 50;

/** One post element, with what is its own: comments and the posts that it shares are cut out of every query. */
export interface Card {
  root: Element;
  /** The line that names its author. */
  head: Element | undefined;
  sharing: boolean;
  own(selector: string): Element[];
}

/** Text that stands in an element itself, and not in one inside it. */
export const ownText = (element: Element): string =>
  nodesIn(element)
    .map((node) => (node instanceof Text ? node.data : ''))
    .join('');

/** Such texts with a number of an element and of all that is in it: two of them look like one where they run into each other. */
export const numbersIn = (element: Element): string[] =>
  [element, ...all(element, '*')].map(ownText).filter((said) => HAS_DIGIT.test(said));

/** The account that a link element leads to. */
export const ownerOf = (link: Element | null): string | null => handleOf(attr(link, 'href'));

/** The post that a link element leads to. */
export const postAt = (link: Element): PostLink | null => postLink(attr(link, 'href'));

const isHead = (head: Element): boolean => {
  const link = one(head, LINK);
  return ownerOf(link) !== null || /\/groups\//.test(attr(link, 'href') ?? '');
};

/** Those that hold counts and buttons. */
export const filled = (feet: Element[]): Element[] => feet.filter((foot) => text(foot) && one(foot, BUTTON));

const feetIn = (root: Element): Element[] => filled(all(root, FOOT));

/** Whether an element is part of a comment below `root`. */
function inComment(element: Element, root: Element): boolean {
  const outer = closest(element, COMMENTS);
  return !!outer && outer !== root && contains(root, outer);
}

/** Wraps a post element. */
export function cardOf(root: Element): Card {
  const heads = all(root, HEAD)
    .filter((each) => isHead(each) && !inComment(each, root))
    .slice(0, MOST_HEADS);
  // The post may say which line is its own: one before it is a shared post's.
  const line = one(root, `#${CSS.escape(attr(root, 'aria-labelledby') || '-')}`);
  const head = heads.find((each) => contains(each, line)) ?? heads[0];
  const shared = heads.filter((other) => !contains(head, other)).map((other) => sharedAround(other, root, head));
  const own = (selector: string) =>
    all(root, selector).filter((found) => !inComment(found, root) && !shared.some((foreign) => contains(foreign, found)));
  return { root, head, sharing: !!shared[0], own };
}

/** The whole of a shared post: the largest element around its author that holds nothing of the post that shares it. */
function sharedAround(other: Element, root: Element, head: Element | undefined): Element {
  const message = all(root, MESSAGE).find((words) => follows(words, other));
  let shared = other;
  for (let up = parent(other), left = FARTHEST; up && up !== root && left; up = parent(up), left--) {
    if ([head, message, ...feetIn(up)].some((part) => part && contains(up, part) && !contains(shared, part))) break;
    shared = up;
  }
  return shared;
}

/** The post elements of the page, in page order, each once. Posts without a mark of their own are around their author's name. */
export function cardsIn(page: Document): Element[] {
  const cards = all(page, CARD).filter((card) => !closest(parent(card) ?? card, CARD) && one(card, LINK));
  for (const head of all(page, HEAD)) {
    const around = isHead(head) && !closest(head, `${COMMENTS},${CARD}`) ? unmarkedAround(head) : null;
    if (around && !cards.some((card) => contains(around, card) || contains(card, around))) cards.push(around);
  }
  return cards.filter((card) => !concealed(card)).sort((one, other) => (follows(one, other) ? -1 : 1));
}

function unmarkedAround(head: Element): Element | null {
  for (let up = parent(head), left = FARTHEST; up && left && !matches(up, 'body,[role=main],[role=feed]'); up = parent(up), left--)
    if (feetIn(up)[0]) return up;
  return null;
}

/** Who published it: the first account that the line with the author links to. In a group's feed that line is the group's, and the next one theirs. */
export function authorOf({ head, own }: Card): string | null {
  const links = head ? [...all(head, LINK), ...own('a[href*="/user/"]')] : [];
  return links.map(ownerOf).find(Boolean) ?? null;
}
