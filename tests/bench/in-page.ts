import { contextOf, readPage } from '../../lib/capture/read-page';
import type { Network } from '../../lib/networks/network';
import { uniform } from '../../lib/stats/random';
import { RECIPES, readNaively } from './naive';

/** Milliseconds of every round, by contestant. */
export type Times = Record<'walk' | 'read' | 'readAgain' | 'naive', number[]>;

/** What the driver calls in the browser, in a world of its own beside the page's. */
export interface BenchPage {
  /** Repeats the page's posts under other ids until there are that many. */
  lengthen(count: number): { posts: number; nodes: number; text: number };
  race(rounds: number): Promise<Times>;
  /** One reading; how long its longest stretch without a pause was, and how many tasks the browser itself calls long. */
  once(): Promise<{ posts: number; unread: number; ms: number; long: number[] }>;
  /** How long the steps of a reading take, in milliseconds: they show where to look. */
  steps(): Record<string, number>;
}

/** A browser compiles what it runs often, step by step: only after some thirty readings do they take the same time. */
const WARM = 30;

/** The same posts under ids of the same form. */
function renamed(id: string, copy: number): string {
  if (/^\d{6,}$/.test(id)) return String(BigInt(id) - BigInt(copy) * 1_000_003n);
  // Four letters that every network's ids may hold.
  const tail = copy
    .toString(16)
    .padStart(4, '0')
    .replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
  return id.slice(0, -4) + tail;
}

function walk(page: Document): number {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) length += node.nodeValue?.length ?? 0;
  return length;
}

/** Sets the race up on this page. `now` is the time at which the page is read. */
export function benchIn(network: Network, now: number): BenchPage {
  const url = new URL(location.href);
  const recipe = RECIPES[network.id];
  const at = () => {
    const surface = network.surface(url, document);
    if (!surface) throw new Error('This page is no surface.');
    return contextOf(network, document, url, surface, now);
  };
  const read = () => readPage(network, document, url, now);
  const contestants: Record<keyof Times, () => unknown> = {
    walk: () => walk(document),
    read,
    readAgain: read,
    naive: () => (recipe ? readNaively(document, recipe) : null),
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

  return {
    lengthen(count) {
      const here = at();
      const posts = network.posts(document, here);
      const known = posts.flatMap((post) => {
        const id = network.read(post, here)?.id;
        return id ? [{ post, id }] : [];
      });
      for (let copy = 1; known.length * copy < count && known.length; copy += 1) {
        for (const { post, id } of known) {
          const holder = document.createElement('template');
          holder.innerHTML = post.outerHTML.replaceAll(id, renamed(id, copy));
          post.parentElement?.append(holder.content);
        }
      }
      return { posts: network.posts(document, here).length, nodes: document.querySelectorAll('*').length, text: walk(document) };
    },

    async race(rounds) {
      const times: Times = { walk: [], read: [], readAgain: [], naive: [] };
      const draw = uniform(7);
      for (let round = -WARM; round < rounds; round += 1) {
        const order = (Object.keys(contestants) as (keyof Times)[])
          .map((name) => ({ name, place: draw() }))
          .sort((a, b) => a.place - b.place);
        for (const { name } of order) {
          await pause();
          const started = performance.now();
          await contestants[name]();
          if (round >= 0) times[name].push(performance.now() - started);
        }
      }
      return times;
    },

    async once() {
      const long: number[] = [];
      const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
      observer.observe({ type: 'longtask' });
      await pause();
      const outcome = await read();
      await new Promise((resolve) => setTimeout(resolve, 200));
      observer.disconnect();
      if (!outcome.ok) throw new Error(`The page was refused as ${outcome.refusal}.`);
      const { posts, coverage, ms } = outcome.capture;
      return { posts: posts.length, unread: Object.values(coverage.unread).reduce((sum, many) => sum + many, 0), ms, long };
    },

    steps() {
      const here = at();
      const took: Record<string, number> = {};
      const time = <T>(name: string, run: () => T): T => {
        const started = performance.now();
        const result = run();
        took[name] = Math.round((performance.now() - started) * 10) / 10;
        return result;
      };
      const posts = time('posts', () => network.posts(document, here));
      time('read', () => posts.map((post) => network.read(post, here)));
      time('embedded', () => network.embedded?.(document, here));
      time('account', () => network.account(document, here));
      return took;
    },
  };
}
