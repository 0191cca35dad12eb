import { readFileSync } from 'node:fs';
import type { AuditData } from '../../lib/audits/facts';
import type { CommentFact, Given, PostComments, PostTags } from '../../lib/audits/given';
import type { NormFile } from '../../lib/model/norm';
import type { PostRecord } from '../../lib/model/records';
import type { AccountRecord, PostState } from '../../lib/model/rollup';
import type { PostFlag } from '../../lib/model/vocabulary';
import { account, brand, count, DAY, post, rollup, study } from '../benchmark/make';

/** 18 November 2026, noon: when the page was captured. */
export const CAPTURED = Date.UTC(2026, 10, 18, 12);
const HOUR = DAY / 24;
const BRAND = 'instagram:marque';
const FOLLOWERS = 100_000;

export const norms = JSON.parse(readFileSync('public/norms.json', 'utf8')) as NormFile;

/** Interactions of the 22 posts that count: the middle is 290 of 100,000, which is 0.29 %. */
const INTERACTIONS = [279, 66, 440, 162, 301, 585, 195, 97, 330, 238, 826, 181, 400, 120, 258, 465, 143, 680, 358, 205, 1180, 520];
/** Days before the capture: from 14 October on, with eleven days of silence in it. */
const AGES = [1, 2.2, 3, 4.1, 5, 6.3, 7, 8.1, 9, 10.2, 11, 12.4, 13, 14, 25, 26.2, 27, 28.3, 30, 31.1, 33, 35.4];
const FORMATS = ['image', 'carousel', 'short', 'image', 'short', 'image', 'short', 'carousel', 'short', 'image', 'short'] as const;

function madeBy(key: string, id: number, days: number, interactions: number, flags: PostFlag[] = []): PostState {
  const published = CAPTURED - days * DAY;
  const metrics = { likes: count(interactions - Math.round(interactions / 29)), comments: count(Math.round(interactions / 29)) };
  return post({
    ...{
      postKey: `instagram:${key.slice(10)}-${id}`,
      accountKey: key,
      network: 'instagram',
      snapshotId: `${key}-18-nov`,
      takenAt: CAPTURED,
      flags,
    },
    ...{ published: { value: published, low: published, high: published, from: 'id' }, format: FORMATS[id % FORMATS.length] ?? null },
    ...{ metrics: { ...metrics, views: count(Math.round(interactions * 60)) }, followers: count(FOLLOWERS) },
  });
}

export const posts: PostState[] = [
  ...INTERACTIONS.map((interactions, i) => madeBy(BRAND, i, AGES[i] ?? 0, interactions)),
  madeBy(BRAND, 22, 210, 4000, ['pinned']),
  madeBy(BRAND, 23, 90, 2600, ['pinned']),
  madeBy(BRAND, 24, 6.5, 1900, ['collaboration']),
  madeBy(BRAND, 25, 5 / 24, 40),
];

/** Three direct rivals whose typical rates have 0.41 % in their middle. */
const RIVALS = [
  { id: 'r1', key: 'instagram:rivalone', times: 410 / 290, days: 1.6 },
  { id: 'r2', key: 'instagram:rivaltwo', times: 300 / 290, days: 1.2 },
  { id: 'r3', key: 'instagram:rivalthree', times: 560 / 290, days: 2.1 },
];
const rivalPosts = RIVALS.map(({ key, times, days }) =>
  INTERACTIONS.map((each, i) => madeBy(key, i, 1 + days * i, Math.round(each * times))),
);

function recordOf(key: string): AccountRecord {
  const handle = key.slice(10);
  const known = account([[-4, count(FOLLOWERS)]], key);
  const profile = { handle, name: handle, bio: 'Biscuits', link: `https://${handle}.example/`, category: 'Food brand' };
  return {
    ...known,
    ...profile,
    network: 'instagram',
    firstSeenAt: CAPTURED,
    lastSeenAt: CAPTURED,
    followers: [{ takenAt: CAPTURED, followers: count(FOLLOWERS) }],
  };
}

const asked = (id: string, at: number): CommentFact => ({
  ...{
    id,
    published: { value: at, low: at, high: at, from: 'attribute' },
    byAccount: false,
    replyTo: null,
    likedByAccount: null,
    question: true,
  },
});
const answerTo = (id: string, at: number): CommentFact => ({ ...asked(`${id}-a`, at), byAccount: true, replyTo: id, question: false });
const pageOf = (id: string, postKey: string, takenAt: number, comments: CommentFact[]): PostComments => ({
  id,
  postKey,
  accountKey: BRAND,
  takenAt,
  comments,
});

/**
 * 31 questions, 9 answered. 18 were asked two hours before their page was captured and wait; of the 13 others the answers took the hours below. After the
 * seventh of them 6 of 13 still wait: the median of Kaplan and Meier is 21 hours.
 */
const ANSWERED_AFTER = [5, 8, 10, 12, 14, 18, 21, 25, 30];
const late = CAPTURED - 40 * HOUR;
export const comments: PostComments[] = [
  pageOf(
    'c1',
    'instagram:marque-0',
    CAPTURED,
    Array.from({ length: 18 }, (_, i) => asked(`w${i}`, CAPTURED - 2 * HOUR)),
  ),
  pageOf('c2', 'instagram:marque-4', CAPTURED, [
    ...ANSWERED_AFTER.flatMap((hours, i) => [asked(`q${i}`, late), answerTo(`q${i}`, late + hours * HOUR)]),
    ...Array.from({ length: 4 }, (_, i) => asked(`o${i}`, late)),
  ]),
];

const eligible = posts.slice(0, 22);
const tagOf = (i: number): PostTags => ({
  ...{
    mix: i % 10 < 6 ? 'promote' : i % 10 < 8 ? 'curate' : 'interact',
    topic: ['produit', 'produit', 'recette', 'atelier', 'saison'][i % 5] ?? '',
  },
  ...{ useful: i % 8 < 2, mission: i % 3 === 0 },
});

const given: Given = {
  tags: Object.fromEntries(eligible.map(({ postKey }, i) => [postKey, tagOf(i)])),
  strategy: {
    objectives: [
      { id: 'o1', specific: true, measurable: true, attainable: null, relevant: true, timed: false, business: true, ego: false },
      { id: 'o2', specific: false, measurable: false, attainable: null, relevant: true, timed: false, business: false, ego: true },
    ],
  },
  owner: {
    kpis: ['er', 'visits', 'leads', 'sales'].map((id, i) => ({ id, live: i < 2 })),
    visits: 1000,
    conversions: 24,
    budget: { production: 80, advertising: 20 },
  },
  mentions: Array.from({ length: 5 }, (_, i) => ({ id: `m${i}`, brandId: 'own', at: CAPTURED, answered: i < 2 })),
  register: { charter: true, roles: false, escalation: false, backedUpAt: CAPTURED - 30 * DAY },
  confirmed: { own: { linkAlive: true, disclosed: { 'instagram:marque-24': true } } },
};

const textOf = (i: number) => (i % 4 === 1 ? 'Découvrez la recette, lien en bio.' : 'Ce matin, à la fournée.');
const records = [...posts, ...rivalPosts.flat()].map(({ postKey, accountKey, published, format, network }, i): PostRecord => {
  const seen = { firstSeenAt: CAPTURED, lastSeenAt: CAPTURED };
  return {
    postKey,
    accountKey,
    network,
    id: postKey,
    aliases: [],
    url: null,
    author: null,
    published,
    format,
    text: textOf(i),
    mentions: i % 6 ? [] : ['ami'],
    ...seen,
  };
});

export const example: AuditData = {
  study: study([
    brand({ id: 'own', name: '@marque', accounts: [BRAND] }),
    ...RIVALS.map(({ id, key }) => brand({ id, name: key, role: 'direct', accounts: [key] })),
  ]),
  rollups: [rollup(posts, BRAND), ...RIVALS.map(({ key }, i) => rollup(rivalPosts[i] ?? [], key))],
  accounts: [BRAND, ...RIVALS.map(({ key }) => key)].map(recordOf),
  records,
  comments,
  norms,
  given,
};
