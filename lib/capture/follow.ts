import type { AccountReading, PostReading, Surface } from '../model/capture';
import type { Network, PageContext } from '../networks/network';
import { isConnected, parent } from '../reading/dom';
import { assemble, complete, type PageReading } from './assemble';
import { mergeAccount, mergePost } from './merge';
import { shownOrder } from './order';
import { contextOf, MOST_POSTS } from './read-page';
import { type Received, receivedBy } from './received';
import { slices } from './slices';

/** Part of the time that looking for new posts may take, so that a page of thousands of posts stays as quick as it was. */
const SHARE_OF_TIME = 1 / 25;
const SOONEST_MS = 50;
/** A quick reader scrolls a screen of posts in half a second: by then a look must have been had. */
const LATEST_MS = 120;

/** What is followed; the address changes as the page moves on. */
export interface FollowedPage {
  network: Network;
  document: Document;
  address: () => string;
  now: () => number;
  /** Bodies that the page received, where precise mode is on. */
  bodies?: () => Promise<string[]>;
}

export interface Following {
  /** Posts so far. */
  count(): number;
  /** Ends, and gives everything that passed: each post once, in the order of the page. Null when nothing was read. */
  end(): Promise<PageReading | null>;
  /** The same at once, without what the page received: for a page that is closing. */
  cut(): PageReading | null;
}

/**
 * Reads a page while the user scrolls. Whatever is added or changes is read again and kept by id, so that posts which the network takes
 * out of the page, or whose elements it uses for others, are not lost. `change` is told of news, `leave` that the page is no longer the
 * same account's. The signal stops everything at once.
 */
export function follow(
  page: FollowedPage,
  surface: Surface,
  on: { change: () => void; leave: () => void },
  signal: AbortSignal,
): Following {
  const { network, document } = page;
  const [since, url] = [page.now(), new URL(page.address())];
  /** What readers find out about the page as a whole they keep by this, and it holds until the page changes: never longer than one look. */
  const reading = () => contextOf(network, document, url, surface, page.now());
  const start = reading();
  const posts = new Map<string, PostReading>();
  /** Id that an element was last read as; null where it gave none. */
  const idOf = new WeakMap<Element, string | null>();
  const elementOf = new Map<string, Element>();
  const unreadable = new Set<Element>();
  /** What the document's data says of its posts, as soon as there are any to hold it against. */
  let data: PostReading[] | null = null;
  let account: AccountReading = network.account(document, start);
  const order = shownOrder();
  /** What the page changed since the last look, and its address by then. */
  let heard: { records: MutationRecord[]; address: string }[] = [];
  let gone: Element[] = [];
  let [seen, worked, pause] = [0, 0, SOONEST_MS];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> | null = null;
  let [href, here] = [page.address(), true];

  /** Whether the page is the followed one. A post opened over it is not, and is no leaving either. */
  const isHere = (): boolean => {
    const address = page.address();
    if (address === href) return here;
    href = address;
    gone = [];
    const shown = network.surface(new URL(address), document);
    const same = shown?.handle?.toLowerCase() === surface.handle?.toLowerCase();
    here = same && shown?.kind === surface.kind && shown.tab === surface.tab;
    if (!here && !(shown?.kind === 'post' && (same || !shown.handle))) on.leave();
    return here;
  };

  const keep = (element: Element, at: PageContext) => {
    // What left while it waited to be read lost what stood around it, and gets a look among what is gone.
    if (!isConnected(element)) return;
    const read = network.read(element, at);
    idOf.set(element, read?.id ?? null);
    if (!read) return void unreadable.add(element);
    unreadable.delete(element);
    const first = elementOf.get(read.id);
    // The same post twice in one page: the first element speaks for it, as it does in a single reading.
    if (first && first !== element && isConnected(first) && idOf.get(first) === read.id) return;
    elementOf.set(read.id, element);
    const post = complete(read, network.shows[surface.kind]);
    const before = posts.get(post.id);
    if (before || posts.size < MOST_POSTS) posts.set(post.id, before ? mergePost(post, before).post : post);
  };

  /** What has left the page with a post that was read: nothing is missed there. Hours of scrolling do so to thousands, which are not held. */
  const letGo = (): Set<Element> => {
    const tops = new Set<Element>();
    for (const [id, element] of elementOf) {
      if (isConnected(element)) continue;
      let top = element;
      for (let holder = parent(top); holder; holder = parent(holder)) top = holder;
      tops.add(top);
      elementOf.delete(id);
    }
    return tops;
  };

  /** Posts that came and went between two looks. They are read from copies in a document that runs nothing; returns their ids. */
  const readGone = function* (left: Element[]): Generator<undefined, string[]> {
    const missed: string[] = [];
    const read = letGo();
    for (const element of left) {
      if (isConnected(element) || read.has(element)) continue;
      const copy = document.implementation.createHTMLDocument('');
      copy.body.append(copy.importNode(element, true));
      const at = reading();
      for (const post of network.posts(copy, at)) {
        const one = network.read(post, at);
        if (!one || posts.has(one.id) || posts.size >= MOST_POSTS) continue;
        posts.set(one.id, complete(one, network.shows[surface.kind]));
        missed.push(one.id);
      }
      yield;
    }
    return missed;
  };

  /** A post that changed is to be read again, and what left is kept for a look at it. */
  const takeIn = ({ target, removedNodes }: MutationRecord, address: string, known: Set<Node>) => {
    // A list that gains and loses posts changes a hundred times in one place.
    let element = known.has(target) ? null : target instanceof Element ? target : parent(target);
    known.add(target);
    while (element && !idOf.delete(element)) element = parent(element);
    // What leaves while the page shows something else was not the followed page's.
    if (!here || address !== href) return;
    if (removedNodes.length) for (const node of removedNodes) if (node instanceof Element && gone.length < MOST_POSTS) gone.push(node);
  };

  /** One look, step by step. */
  const steps = function* (): Generator<undefined, void> {
    const targets = new Set<Node>();
    for (const { records, address } of heard.splice(0)) {
      for (const record of records) takeIn(record, address, targets);
      yield;
    }
    if (!isHere()) return;
    // What leaves from here on comes after the posts of this look.
    const left = gone.splice(0);
    let [at, changes] = [reading(), heard.length];
    const begun = performance.now();
    const elements = network.posts(document, at);
    pause = Math.min(LATEST_MS, Math.max(SOONEST_MS, (performance.now() - begun) / SHARE_OF_TIME));
    seen = Math.max(seen, elements.length);
    if (elements.length && !data) {
      data = [...(network.embedded?.(document, at) ?? [])];
      account = mergeAccount(network.account(document, at), account);
      yield;
    }
    const fresh = elements.filter((element) => !idOf.has(element));
    for (const element of fresh) {
      if (signal.aborted || !isHere()) break;
      if (heard.length > changes) [at, changes] = [reading(), heard.length];
      keep(element, at);
      yield;
    }
    order.show(yield* readGone(left));
    order.show([...new Set(elements.flatMap((element) => idOf.get(element) ?? []))]);
    if (here && account.followers.value === null) account = mergeAccount(account, network.account(document, start));
    if (fresh.length) on.change();
  };
  const lookOnce = async () => {
    // Who begins to follow has this to ask before it is told of news.
    await null;
    const work = slices();
    for (const rest = steps(); !rest.next().done; ) {
      const pause = work.breathe();
      // An await of nothing takes its time, a thousand times over.
      if (pause) await pause;
    }
    worked += work.worked();
  };
  const look = (): Promise<void> => {
    looking ??= lookOnce()
      .catch(() => undefined) // One look that fails is followed by the next; what was read stays.
      .finally(() => {
        looking = null;
        if (heard.length) schedule();
      });
    return looking;
  };
  const schedule = () => {
    if (timer !== undefined || looking || signal.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      void look();
    }, pause);
  };

  // The page waits for this: it only keeps what it is told, and the next look goes through it.
  const note = (records: MutationRecord[]) => void heard.push({ records, address: page.address() });
  const observer = new MutationObserver((records) => {
    note(records);
    schedule();
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    [heard, gone] = [[], []];
  };
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', stop);
  void look();

  const sum = (received: Received): PageReading | null => {
    stop();
    if (!posts.size) return null;
    const at = reading();
    const told = data ?? [];
    if (isHere() && network.posts(document, at).length) told.push(...(network.embedded?.(document, at) ?? []));
    if (here) account = mergeAccount(account, network.account(document, at));
    const comments = here && surface.kind === 'post' ? network.comments?.(document, at) : undefined;
    const inPageOrder = new Map(order.ids.flatMap((id) => (posts.has(id) ? [[id, posts.get(id) as PostReading]] : [])));
    const partial = posts.size < MOST_POSTS ? null : 'too-many-posts';
    const found = { posts: inPageOrder, account, data: told, received, comments, seen, unreadable: unreadable.size, partial } as const;
    return { ...assemble(network, found, at), followedSince: since, ms: Math.round(10 * worked) / 10 };
  };

  return {
    count: () => posts.size,
    async end() {
      note(observer.takeRecords());
      await looking;
      if (!signal.aborted) await look();
      return sum(await receivedBy(network, (await page.bodies?.()) ?? [], start, slices().breathe));
    },
    cut() {
      try {
        note(observer.takeRecords());
        // What came since the last look would be lost with the page.
        if (!signal.aborted) for (const rest = steps(); !rest.next().done; );
      } catch {
        // What was read stays.
      }
      return sum({ posts: [], account: {} });
    },
  };
}
