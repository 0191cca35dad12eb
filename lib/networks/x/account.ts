import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, concealed, one, text } from '../../reading/dom';
import { absent, exact, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { near } from './align';
import { xPosts } from './post';
import { identify, NAME, testid, tweetOf, wording } from './tweet';

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
    name: nameIn(tweet?.own(NAME)[0]),
    followers: absent(),
    following: absent(),
    posts: absent(),
  };
}

const named = (handle: string | null) => ({ handle, url: handle && `https://x.com/${handle}` });

/** Display name in a block that holds the name, badges, and the @handle. */
function nameIn(block: Element | undefined): string | null {
  const name = block && one(block, '[dir]');
  const words = name ? wording(name).trim() : '';
  return words && !words.startsWith('@') ? words : null;
}

function profileOf(page: Document, handle: string, { surface, counts }: PageContext): AccountReading {
  const data = schemaOf(page, handle);
  const header = all(page, testid('UserName')).find(
    (block) => !concealed(block) && text(block).toLowerCase().includes(`@${handle.toLowerCase()}`),
  );
  const count = (action: string, shown: Reading | null): Reading | null => {
    const value = data?.counts.get(action);
    const fresh = typeof value === 'number' && value >= 0 && value % 1 === 0 && (!shown || near(value, shown, OUTDATED));
    return fresh ? exact(value, 'embedded', String(value)) : shown;
  };
  return {
    ...named(data?.handle ?? handle),
    nativeId: data?.id ?? null,
    name: data?.name ?? nameIn(header),
    followers:
      count('FollowAction', linked(page, `a[href$="/${handle}/verified_followers" i],a[href$="/${handle}/followers" i]`, counts)) ??
      unread(),
    following: count('SubscribeAction', linked(page, `a[href$="/${handle}/following" i]`, counts)) ?? unread(),
    posts: count('WriteAction', /^(?:posts|replies)$/.test(surface.tab ?? '') ? headed(page, counts) : null) ?? absent(),
  };
}

/** The count in the header's link to the list of followers or followed accounts. */
function linked(page: Document, selector: string, style: CountStyle): Reading | null {
  for (const link of all(page, selector)) {
    if (concealed(link)) continue;
    for (const piece of [attr(link, 'title'), ...all(link, 'span').map(text)]) {
      const count = readCount(piece, style);
      if (count) return count;
    }
  }
  return null;
}

/** The count of posts below the name in the bar on top. */
function headed(page: Document, style: CountStyle): Reading | null {
  const bar = all(page, `${testid('primaryColumn')} h2`).find((head) => !concealed(head) && !closest(head, 'section'));
  return countIn(text(bar?.nextElementSibling), style);
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
  for (const script of all(page, 'script[type="application/ld+json"]')) {
    try {
      const data = JSON.parse(script.textContent ?? '');
      const person = data.mainEntity ?? data.author;
      const own: string = person.additionalName;
      if (own.toLowerCase() !== handle.toLowerCase()) continue;
      const statistics: { interactionType: string; userInteractionCount: unknown }[] = person.interactionStatistic;
      const counts = statistics.map((item): [string, unknown] => [item.interactionType.replace(/.*\//, ''), item.userInteractionCount]);
      return { id: words(person.identifier), handle: own, name: words(person.name) ?? words(person.givenName), counts: new Map(counts) };
    } catch {
      // Data about something else, or of another shape.
    }
  }
  return null;
}
