import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn } from '../../reading/counts';
import { all, attr, concealed, contains, one, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { authorOf, cardOf, cardsIn, LINK, numbersIn, ownText } from './card';
import { aboutOf } from './embedded';
import { accountUrl, addressOf, handleIn, matching, NUMBER, only, same } from './links';
import { tabOf } from './surface';
import { HAS_DIGIT } from './words';

/** The account whose page it is; on a post's page, whoever published the post. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { kind, handle: named } = at.surface;
  const profile = kind === 'profile';
  const cards = cardsIn(page);
  const own = cards.map(cardOf).find((card) => (profile ? same(authorOf(card), named) : kind === 'post'));
  const handle = profile ? named : ((own && authorOf(own)) ?? named);
  const shown = (selector: string) =>
    profile ? all(page, selector).filter((each) => !concealed(each) && !cards.some((card) => contains(card, each))) : [];
  const [heading] = shown('[role=main] h1');
  // What stands beside the name is a badge's label, or another name in brackets.
  const title = heading && (ownText(heading).trim() || text(heading));
  const name = title || (own?.head && all(own.head, LINK).map(text).find(Boolean)) || '';
  const links = shown('[role=main] a[href]');
  const site = only(links.flatMap((link) => outgoing(attr(link, 'href'), at.url, text(link)) || []));
  /** "476K followers": the text of the link to them. Two different ones are none. */
  const counter = (tab: string): Reading => {
    const said = links
      .filter((link) => {
        const url = addressOf(attr(link, 'href'));
        const owner = url && handleIn(url, true);
        return owner && same(owner, handle) && tabOf(url, owner) === tab && HAS_DIGIT.test(text(link));
      })
      .map((link) => (numbersIn(link)[1] ? '' : text(link)));
    return said.length ? (countIn(only(said), at.counts) ?? unread('text', said[0])) : absent();
  };
  return {
    nativeId: matching(NUMBER, handle),
    handle,
    name: name.slice(0, 300) || null,
    url: handle ? accountUrl(handle) : null,
    followers: counter('followers'),
    following: counter('following'),
    posts: absent(),
    ...(heading && one(heading, 'svg,[role=img]') && { verified: true }),
    ...(site && { link: site }),
    ...(profile && aboutOf(page, at)),
  };
}
