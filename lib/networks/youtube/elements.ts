import { all, attr, concealed, matches, text } from '../../reading/dom';
import { outgoingLinks } from '../../reading/links';
import { numberPieces } from '../../reading/pieces';
import type { PageContext } from '../network';
import { channelLink } from './links';

/** Selects what the desktop and the mobile page show some kinds of data with: elements named after the data ("video" of a videoRenderer). */
export const renderers = (...kinds: string[]): string =>
  kinds.flatMap((kind) => ['ytd', 'ytm'].map((site) => `${site}-${kind}-renderer`)).join();

/** Text posts of channels, on their own page, a channel's tab and the home page; a post that shares another holds that one. */
export const COMMUNITY = renderers('backstage-post', 'post', 'shared-post');

/** Matches that are not switched off. */
export const visibleIn = (root: ParentNode, selector: string): Element[] => all(root, selector).filter((element) => !concealed(element));

/** The first of them. */
export const shown = (root: ParentNode, selector: string): Element | null => visibleIn(root, selector)[0] ?? null;

/** Whether an element is not switched off and stands in nothing that matches. */
export const isOutermost = (element: Element, selector: string): boolean => !matches(element, `:is(${selector}) *`) && !concealed(element);

/** The text post that a page is about. */
export const ownText = (page: Document, { surface }: PageContext): Element | null =>
  surface.tab === 'post' ? shown(page, COMMUNITY) : null;

/** Accessibility label of an element. */
export const labelOf = (element: Element): string => attr(element, 'aria-label') ?? '';

/** Text of an element that says one thing; null where pieces of it differ, which run together in its text ("321" twice is "321321"). */
export function lone(element: Element): string | null {
  const said = text(element);
  return all(element, '*').every((piece) => ['', said].includes(text(piece))) ? said : null;
}

/** Text of an element that says one number in several pieces at most ("1,024" and "comments"); empty where it holds several numbers. */
export const phraseOf = (element: Element): string => (numberPieces(element)[1] ? '' : text(element));

export const linksIn = (root: Element): Element[] => all(root, 'a[href]');

/** What `read` makes of links. */
export const linked = <T>(links: Element[], read: (href: string | null) => T | null): T[] =>
  links.flatMap((link) => read(attr(link, 'href')) ?? []);

/** Where links lead outside YouTube. */
export const outside = (links: Element[], url: URL): string[] =>
  outgoingLinks(
    links.map((link) => ({ href: attr(link, 'href'), shown: text(link) })),
    url,
  );

/** Handle, id or name of the channel that an element links to. */
export const channelIn = (root: Element): string | null => linked(linksIn(root), channelLink)[0] ?? null;

/** The one channel that an element links to; null where it links to several, so that it may be about either. */
export const onlyChannelIn = (root: Element): string | null => only(linked(linksIn(root), channelLink));

/** The one text of a list; null where there are none or several. */
export function only(texts: (string | null)[]): string | null {
  const [text, another] = new Set(texts);
  return another === undefined ? (text ?? null) : null;
}
