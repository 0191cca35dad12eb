import type { PostReading } from '../../model/capture';
import { all, closest, concealed, matches, pageOf, parent } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { unread } from '../../reading/readings';
import { factsOfWords } from '../../reading/words';
import type { PageContext } from '../network';
import { MIDDLE, middleFacts, OLD, oldFacts } from './classic';
import type { Facts } from './facts';
import { ORIGIN, ownerIn, postId, threadIn } from './links';
import { RESULT, resultFacts, SHREDDIT, shredditFacts } from './shreddit';

const LONGEST_TEXT = 2000;
const ANY = [SHREDDIT, RESULT, OLD, MIDDLE].join();
/** What stands for the name of a writer who is gone. */
const NOBODY = /^(?:\[.*\]|)$/;

/** Posts that a page shows twice, with other numbers each time: which are theirs cannot be told. */
const contested = new WeakMap<PageContext, Set<string>>();

/** The post elements. What one post shows of another is inside it, and no member. */
export function postsOf(page: Document, at: PageContext): Element[] {
  const seen = new Map<string, string>();
  const twice = new Set<string>();
  contested.set(at, twice);
  return all(page, ANY).filter((post) => {
    const above = parent(post);
    if (concealed(post) || (above && closest(above, ANY))) return false;
    const facts = factsOf(post, at);
    const name = idOf(facts) ?? '';
    const counts = `${facts.likes.value} ${facts.comments.value}`;
    const before = seen.get(name);
    if (!name || before === undefined) {
      seen.set(name, counts);
      return true;
    }
    if (before !== counts) twice.add(name);
    return false;
  });
}

function factsOf(post: Element, at: PageContext): Facts {
  if (matches(post, SHREDDIT)) return shredditFacts(post);
  if (matches(post, RESULT)) return resultFacts(post);
  return matches(post, OLD) ? oldFacts(post, at) : middleFacts(post, at);
}

const idOf = ({ name, link }: Facts): string | null => postId(name) ?? (/^t\d_/.test(name ?? '') ? null : (threadIn(link)?.id ?? null));

/** Whether the page shows a post twice and counts it differently. */
function isContested(id: string, page: Document, at: PageContext): boolean {
  if (!contested.has(at)) postsOf(page, at);
  return contested.get(at)?.has(id) === true;
}

/** Reads one post element; null when it tells no id. */
export function readPost(post: Element, at: PageContext): PostReading | null {
  const facts = factsOf(post, at);
  const id = idOf(facts);
  if (!id) return null;
  const thread = threadIn(facts.link);
  const { kind, handle } = at.surface;
  const writer = facts.author !== null && NOBODY.test(facts.author) ? null : facts.author;
  // On a community's page its posts are the community's.
  const community = kind === 'profile' && handle?.startsWith('r/') === true;
  return {
    id,
    aliases: [`t3_${id}`],
    url: `https://www.reddit.com${thread?.id === id ? thread.path : `/comments/${id}`}`,
    author: community ? (thread?.owner ?? writer) : writer,
    published: facts.published,
    format: facts.format,
    text: [facts.title, facts.body].filter(Boolean).join('\n').slice(0, LONGEST_TEXT),
    flags: { pinned: facts.pinned, promoted: facts.promoted, repost: false, quote: facts.crosspost, reply: false },
    metrics: isContested(id, pageOf(post), at) ? { likes: unread(), comments: unread() } : { likes: facts.likes, comments: facts.comments },
    ...saidBy(facts, at.url),
  };
}

/** Its language, whom and what its words name, and where a link post leads. Reddit has no hashtags. */
function saidBy({ words, target, language, crosspost }: Facts, page: URL): Partial<PostReading> {
  const { hashtags: _, ...said } = factsOfWords(words, page, { handleOf: (href) => ownerIn(href.replace(ORIGIN, '')) });
  const link = crosspost ? null : outgoing(target ?? null, page);
  const links = [...new Set([...(link && !/(?:^|\.)redd\.it$/.test(new URL(link).hostname) ? [link] : []), ...(said.links ?? [])])];
  return {
    ...(language && /^[a-z]{2,3}(?:-\w+)*$/i.test(language) && { language }),
    ...said,
    ...(links.length && { links }),
  };
}
