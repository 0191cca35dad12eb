import type { ReadOutcome } from '../../lib/capture/read-page';
import { contextOf, readPage } from '../../lib/capture/read-page';
import type { AccountReading, PostReading } from '../../lib/model/capture';
import type { Network } from '../../lib/networks/network';
import { uniform } from '../../lib/stats/random';
import type { Aims, Mutation } from './mutate';
import { mutate, valuesOf } from './mutate';
import type { Also, Excuse, Truth, Verdict } from './verdict';
import { judge } from './verdict';

export interface FaultPage {
  name: string;
  html: string;
  url: string;
  now: number;
  expected: { account: Partial<AccountReading>; posts: PostReading[] };
  also: Also;
}

export interface Judged extends Verdict {
  index: number;
  mutation: string;
  how: string;
}

export interface Batch {
  counts: Record<string, number>;
  excuses: Partial<Record<Excuse, number>>;
  /** Every change that was not harmless, noticed or excused. */
  cases: Judged[];
  /** Which metrics of this page only their place tells. */
  positional: string[];
}

/** What the driver calls in the browser. */
export interface InPage {
  /** Takes a page; what is said is why it cannot be tried, or null. */
  open(page: FaultPage): Promise<string | null>;
  run(seed: number, from: number, to: number): Promise<Batch>;
  /** One mutant with all that was read of it. */
  show(seed: number, index: number): Promise<{ html: string; mutation: string; judged: Verdict; outcome: ReadOutcome | string }>;
}

interface Opened {
  page: FaultPage;
  url: URL;
  pristine: Document;
  truth: Truth;
  aims: Aims;
  positional: string[];
}

/** A seed of its own for every mutant, so that each can be made again alone. */
function seedOf(seed: number, name: string, index: number): number {
  let hash = (seed * 2654435761 + index * 40503) >>> 0;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
  return hash;
}

/** Sets up the trial of one network's reader in a browser's page. */
export function faultsIn(network: Network): InPage {
  let opened: Opened | null = null;
  const current = () => {
    if (!opened) throw new Error('No page is open.');
    return opened;
  };

  const mutantOf = ({ page, pristine, aims }: Opened, seed: number, index: number): { mutant: Document; mutation: Mutation } => {
    const mutant = pristine.cloneNode(true) as Document;
    const draw = uniform(seedOf(seed, page.name, index));
    return { mutant, mutation: mutate(mutant, aims, draw) };
  };
  const tryOne = async (open: Opened, seed: number, index: number) => {
    const { mutant, mutation } = mutantOf(open, seed, index);
    try {
      const outcome = await readPage(network, mutant, open.url, open.page.now);
      return { mutant, mutation, outcome, judged: judge(open.truth, mutation, outcome) };
    } catch (error) {
      const got = error instanceof Error ? (error.stack ?? String(error)).slice(0, 400) : String(error);
      const judged: Verdict = { verdict: 'threw', faults: [{ post: '', metric: '', expected: '', got }] };
      return { mutant, mutation, outcome: got, judged };
    }
  };

  return {
    async open(page) {
      opened = null;
      const pristine = new DOMParser().parseFromString(page.html, 'text/html');
      const url = new URL(page.url);
      const surface = network.surface(url, pristine);
      if (!surface) return 'the address is no surface';
      const read = await readPage(network, pristine, url, page.now);
      if (!read.ok) return `refused as ${read.refusal}`;
      const differing = judge(
        { ...page.expected, data: [], coverage: null, html: page.html, also: {}, values: new Map() },
        { how: 'rename', of: 'node', said: '', carried: '', clean: false },
        read,
      );
      if (differing.verdict !== 'harmless')
        return `the unchanged page is read otherwise than expected: ${JSON.stringify(differing.faults.slice(0, 3))}`;
      const data = await readPage(network, pristine, url, page.now, { layers: ['embedded'] });
      const elements = [...pristine.querySelectorAll('*')];
      const at = contextOf(network, pristine, url, surface, page.now);
      const posts = network.posts(pristine, at);
      const values = new Map(posts.map((post) => [network.read(post, at)?.id ?? '', valuesOf(post)]));
      const places = elements.map((_, index) => index);
      const inPost = (element: Element | undefined) => element !== undefined && posts.some((post) => post.contains(element));
      opened = {
        page,
        url,
        pristine,
        truth: {
          ...{ ...page.expected, data: data.ok ? data.capture.posts : [], coverage: read.capture.coverage },
          ...{ html: page.html + page.url, also: page.also, values },
        },
        aims: { anywhere: places, posts: places.filter((place) => inPost(elements[place])) },
        positional: network.positional?.[surface.kind] ?? [],
      };
      return null;
    },

    async run(seed, from, to) {
      const open = current();
      const batch: Batch = { counts: {}, excuses: {}, cases: [], positional: open.positional };
      for (let index = from; index < to; index += 1) {
        const { mutation, judged } = await tryOne(open, seed, index);
        batch.counts[judged.verdict] = (batch.counts[judged.verdict] ?? 0) + 1;
        const excuse = judged.verdict === 'excused' && judged.faults[0]?.excuse;
        if (excuse) batch.excuses[excuse] = (batch.excuses[excuse] ?? 0) + 1;
        if (['harmless', 'noticed'].includes(judged.verdict)) continue;
        batch.cases.push({
          ...judged,
          faults: judged.faults.slice(0, 4),
          index,
          mutation: mutation.said,
          how: `${mutation.how} ${mutation.of}`,
        });
      }
      return batch;
    },

    async show(seed, index) {
      const { mutant, mutation, outcome, judged } = await tryOne(current(), seed, index);
      return { html: mutant.documentElement?.outerHTML ?? '', mutation: mutation.said, judged, outcome };
    },
  };
}
