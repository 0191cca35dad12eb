import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { after, all, attr, before, closest, concealed, matches, one, parent, text } from '../../reading/dom';
import { absent, exact, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { near } from './align';
import { headFacts } from './facts';
import { xPosts } from './post';
import { BADGE, identify, NAME, onlyCount, same, testid, tweetOf, wording } from './tweet';

/** The page's data is exact; but if it is this far from what is shown it is out of date. */
const OUTDATED = 1.1;

/** The account of a page: its owner, or the author of the post whose page it is. */
export function xAccount(page: Document, at: PageContext): AccountReading {
  const { kind, handle, postId } = at.surface;
  if (kind === 'profile' && handle) return profileOf(page, handle, at);
  const tweet = postId
    ? xPosts(page)
        .map(tweetOf)
        .find((each) => identify(each)?.id === postId)
    : undefined;
  return {
    ...named((tweet && identify(tweet)?.author) ?? handle),
    nativeId: null,
    name: nameIn(tweet?.marked(NAME)[0]),
    followers: absent(),
    following: absent(),
    posts: absent(),
    ...(tweet && { verified: tweet.marked(NAME).some((block) => one(block, BADGE) !== null) }),
  };
}

const named = (handle: string | null) => ({ handle, url: handle && `https://x.com/${handle}` });

/** Display name in a block that holds the name, badges, and the @handle. */
function nameIn(block: Element | undefined): string | null {
  const name = block && one(block, '[dir]');
  const words = name ? wording(name).trim() : '';
  return words && !words.startsWith('@') ? words : null;
}

/**
 * Gives a way to search what stands before the first post of a page: a profile's head is there, and a search of the whole page would go
 * through a thousand posts. Where there is no post it searches everything.
 */
function above(page: Document): (selector: string) => Element[] {
  const parts: Element[] = [];
  const top = one(page, 'article');
  const first = top && concealed(top) ? all(page, 'article').find((article) => !concealed(article)) : top;
  for (let here = first ?? null; here; here = parent(here)) for (let part = before(here); part; part = before(part)) parts.push(part);
  parts.reverse();
  return (selector) =>
    first ? parts.flatMap((part) => [...(matches(part, selector) ? [part] : []), ...all(part, selector)]) : all(page, selector);
}

function profileOf(page: Document, handle: string, { surface, counts, url }: PageContext): AccountReading {
  const data = schemaOf(page, handle);
  const head = above(page);
  const search = (selector: string) => {
    const found = head(selector);
    return found.length > 0 ? found : all(page, selector);
  };
  const header = search(testid('UserName')).find(
    (block) => !concealed(block) && text(block).toLowerCase().includes(`@${handle.toLowerCase()}`),
  );
  // The window is titled "(3) Name (@handle) / X".
  const titled = new RegExp(`^(?:\\(\\d+\\+?\\) )?(.+) \\(@${handle}\\)`, 'i').exec(page.title)?.[1];
  const follows = new RegExp(`@${handle}\\b`, 'i');
  const follow = search('[data-testid$="follow"]').find((button) => follows.test(attr(button, 'aria-label') ?? ''));
  const linked = (...lists: string[]) => linkedCount(search(lists.map((list) => `a[href$="/${handle}/${list}" i]`).join()), counts);
  const count = (action: string, shown: Reading | null): Reading | null => {
    const value = data?.counts.get(action);
    const fresh = typeof value === 'number' && value >= 0 && value % 1 === 0 && (!shown || near(value, shown, OUTDATED));
    return fresh ? exact(value, 'embedded', String(value)) : shown;
  };
  return {
    ...named(data?.handle ?? handle),
    nativeId: data?.id ?? /^\d+/.exec(attr(follow, 'data-testid') ?? '')?.[0] ?? null,
    name: data?.name ?? nameIn(header) ?? titled ?? null,
    followers: count('FollowAction', linked('verified_followers', 'followers')) ?? unread(),
    following: count('SubscribeAction', linked('following')) ?? unread(),
    posts:
      count(
        'WriteAction',
        /^(?:posts|replies)$/.test(surface.tab ?? '') ? headed(search(`${testid('primaryColumn')} h2`), counts) : null,
      ) ?? absent(),
    ...(header && headFacts(header, head, url)),
  };
}

/** The count in the header's link to the list of followers or followed accounts; unread where two such links differ. */
function linkedCount(links: Element[], style: CountStyle): Reading | null {
  const shown = links.filter((link) => !concealed(link));
  const [count, ...more] = shown.flatMap((link) => readCount(attr(link, 'title'), style) ?? onlyCount(link, style) ?? []);
  return more.some(({ value }) => value !== count?.value) ? null : (count ?? null);
}

/** The count of posts below the name in the bar on top. */
function headed(heads: Element[], style: CountStyle): Reading | null {
  const bar = heads.find((head) => !concealed(head) && !closest(head, 'section'));
  const line = after(bar);
  // A second line: one of them has strayed there.
  return line && !after(line) ? onlyCount(line, style, countIn) : null;
}

interface Schema {
  id: string | null;
  handle: string;
  name: string | null;
  counts: Map<string, unknown>;
}

const words = (value: unknown) => (typeof value === 'string' && value ? value : null);

/** The schema.org description of the profile, if it is of this account: it stays behind when another page is opened. */
function schemaOf(page: Document, handle: string): Schema | null {
  // This list is made while it is gone through: the description stands at the top, and the search ends there.
  const scripts = Document.prototype.getElementsByTagName.call(page, 'script');
  for (let place = 0; ; place += 1) {
    const script = scripts[place];
    if (!script) return null;
    if (attr(script, 'type') !== 'application/ld+json') continue;
    try {
      const { mainEntity, author } = JSON.parse(script.textContent ?? '');
      const { additionalName, identifier, name, givenName, interactionStatistic } = mainEntity ?? author;
      if (!same(handle, additionalName)) continue;
      const statistics: { interactionType: string; userInteractionCount: unknown }[] = interactionStatistic;
      const counts = statistics.map((item): [string, unknown] => [item.interactionType.replace(/^.*\//, ''), item.userInteractionCount]);
      return { id: words(identifier), handle: additionalName, name: words(name) ?? words(givenName), counts: new Map(counts) };
    } catch {
      // Data about something else, or of another shape.
    }
  }
}
