import { groupedBy } from '../model/grouped';
import type { PostRecord } from '../model/records';
import type { PostState, Rollup } from '../model/rollup';
import type { Brand } from '../model/study';
import type { Role } from '../model/vocabulary';
import { againstExpected } from './against-expected';
import { type AgeCurves, PRIOR } from './age';
import { typicalFigure } from './measures';
import { withoutOwnNames } from './own-names';
import { type TopicKind, topicsOf } from './post-topics';
import type { Figure } from './result';
import { isOrdinary, postsByAccount, selectPosts } from './selection';

/** A topic of fewer posts in all is a chance word, and has no figure. */
const FEWEST_POSTS = 5;
/** Of each kind of cover the most used topics are measured: an interval each takes its time, and nobody reads thousands. */
const MOST_EACH = 250;
/** Those who compete for the same people; leaders and inspiration show what else could be spoken of. */
const SECTOR: readonly Role[] = ['own', 'direct', 'indirect'];

/** nobody: only leaders, inspiration or other studies speak of it; alone: one brand of the sector; yours-missing: several, the own brand is not among them. */
export const COVERS = ['nobody', 'alone', 'yours-missing', 'shared'] as const;
export type Cover = (typeof COVERS)[number];

/** A topic with who speaks of it and how posts about it do. */
export interface Topic {
  topic: string;
  kind: TopicKind;
  /** Other wordings on exactly the same posts. */
  also: string[];
  /** Posts about it in all, other studies included. */
  n: number;
  cover: Cover;
  /** Of a topic that one brand of the sector covers alone: which. */
  alone: string | null;
  /** Posts of each brand of the study that speaks of it. */
  brands: { brandId: string; evidence: string[] }[];
  /** Posts of accounts of other studies. */
  elsewhere: string[];
  /** Interactions of its posts against what was expected of them: typical value. */
  demand: Figure;
}

/** What the brands of a study speak of. */
export interface TopicMap {
  /** Those whose demand is surely largest first. */
  topics: Topic[];
  /** Posts that were looked at, and those whose words were not, since they are in a language of which no stop words are known. */
  n: number;
  otherLanguages: number;
  /** Brands of the sector without a post that could be looked at: what they speak of is unknown. */
  unheard: string[];
  /** Rarer topics that were not measured, since there are more than can be looked through. */
  leftOut: number;
}

interface Sources {
  rollups: Rollup[];
  records: ReadonlyMap<string, PostRecord>;
  /** Accounts of other studies, to see what is spoken of beyond this one. */
  elsewhere: string[];
  from: number | null;
  curves?: AgeCurves;
  /** Look for this topic alone, however few posts it has: for the posts behind its figures. */
  only?: string;
}

/** Stands for all accounts of other studies. */
const ELSEWHERE = '';

/** Topics of a study's brands: supply is how many posts each brand spends on one, demand how those posts do against what was expected of them. */
export function topicMap(brands: Brand[], { rollups, records, elsewhere, from, curves = PRIOR, only }: Sources): TopicMap {
  const byAccount = postsByAccount(rollups);
  const inPeriod = ({ published }: PostState) => from === null || published === null || published.value >= from;
  const ownersOf = new Map<PostState, string[]>();
  const used = new Set<PostState>();
  const speakers = [...brands, { id: ELSEWHERE, accounts: elsewhere }];
  for (const { id, accounts } of speakers) {
    const posts = [...new Set(accounts)].flatMap((key) => byAccount.get(key) ?? []);
    for (const post of selectPosts(posts, from, curves).used) used.add(post);
    for (const post of posts) if (isOrdinary(post) && inPeriod(post)) ownersOf.set(post, [...(ownersOf.get(post) ?? []), id]);
  }
  const about = new Map<string, { kind: TopicKind; posts: PostState[] }>();
  let otherLanguages = 0;
  for (const post of ownersOf.keys()) {
    const record = records.get(post.postKey);
    if (!record) continue;
    if (record.language && !/^(fr|en)/i.test(record.language)) otherLanguages += 1;
    for (const [topic, kind] of topicsOf(record)) {
      if (only !== undefined && topic !== only) continue;
      const known = about.get(topic);
      if (known) known.posts.push(post);
      else about.set(topic, { kind, posts: [post] });
    }
  }
  const without = withoutOwnNames(brands, elsewhere);
  for (const [topic, known] of about) known.posts = without(topic, known.posts);
  const against = againstExpected(rollups, curves);
  // Asked for by topic, worked out once.
  const factors = new Map([...used].map((post) => [post, against(post)]));
  const found = merged(about, only === undefined ? FEWEST_POSTS : 1).map((wording) => {
    const speaking = new Set<string>();
    for (const post of wording.posts) for (const id of ownersOf.get(post) ?? []) speaking.add(id);
    return { ...wording, ...coverOf(speaking, brands) };
  });
  const most = [...groupedBy(found, ({ cover }) => cover).values()].flatMap((alike) =>
    alike.sort((a, b) => b.posts.length - a.posts.length).slice(0, MOST_EACH),
  );
  const topics = most.map(({ posts, ...topic }): Topic => {
    const evidenceOf = (id: string) => posts.filter((post) => ownersOf.get(post)?.includes(id)).map(({ postKey }) => postKey);
    const spoken = brands.map(({ id }) => ({ brandId: id, evidence: evidenceOf(id) })).filter(({ evidence }) => evidence.length > 0);
    const measured = posts.filter((post) => used.has(post));
    const demand = typicalFigure(measured, (post) => factors.get(post) ?? 'no-posts');
    return { ...topic, n: posts.length, brands: spoken, elsewhere: evidenceOf(ELSEWHERE), demand };
  });
  const heard = new Set([...ownersOf].flatMap(([post, owners]) => (records.has(post.postKey) ? owners : [])));
  const unheard = brands.filter(({ id, role }) => SECTOR.includes(role) && !heard.has(id)).map(({ id }) => id);
  return { topics: topics.sort(bySureDemand), n: ownersOf.size, otherLanguages, unheard, leftOut: found.length - most.length };
}

function coverOf(speaking: ReadonlySet<string>, brands: Brand[]): Pick<Topic, 'cover' | 'alone'> {
  const sector = brands.filter(({ id, role }) => SECTOR.includes(role) && speaking.has(id));
  const [first, ...others] = sector;
  if (!first) return { cover: 'nobody', alone: null };
  // Where the sector is one brand, nobody else could speak.
  if (!others.length && brands.filter(({ role }) => SECTOR.includes(role)).length > 1) return { cover: 'alone', alone: first.id };
  const owned = brands.some(({ role }) => role === 'own');
  return { cover: owned && !sector.some(({ role }) => role === 'own') ? 'yours-missing' : 'shared', alone: null };
}

interface Wording {
  topic: string;
  kind: TopicKind;
  also: string[];
  posts: PostState[];
}

const KINDS: readonly TopicKind[] = ['phrase', 'tag', 'word'];

/** Topics with enough posts; wordings that stand on exactly the same posts are one topic, named by its phrase where it has one. */
function merged(about: Map<string, { kind: TopicKind; posts: PostState[] }>, fewest: number): Wording[] {
  const byPosts = new Map<string, Wording[]>();
  for (const [topic, { kind, posts }] of about) {
    if (posts.length < fewest) continue;
    const key = posts.map(({ postKey }) => postKey).join(' ');
    byPosts.set(key, [...(byPosts.get(key) ?? []), { topic, kind, also: [], posts }]);
  }
  return [...byPosts.values()].flatMap((same) => {
    const ordered = same.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.topic.localeCompare(b.topic, 'en'));
    const [first, ...others] = ordered;
    return first ? [{ ...first, also: others.map(({ topic }) => topic) }] : [];
  });
}

/** By the low end of the interval: the largest value among many is large partly by luck. */
const bySureDemand = (a: Topic, b: Topic) =>
  (b.demand.low ?? -1) - (a.demand.low ?? -1) || b.n - a.n || a.topic.localeCompare(b.topic, 'en');
