import { readFileSync } from 'node:fs';
import type { AuditData } from '../../lib/audits/facts';
import type { CommentFact, Given, PostComments, PostTags } from '../../lib/audits/given';
import type { NormFile } from '../../lib/model/norm';
import type { PostRecord } from '../../lib/model/records';
import type { AccountRecord, PostState } from '../../lib/model/rollup';
import type { Format, PostFlag } from '../../lib/model/vocabulary';
import { account, brand, count, DAY, post, rollup, study } from '../benchmark/make';

/** 18 November 2026, noon: when the page was captured. */
export const CAPTURED = Date.UTC(2026, 10, 18, 12);
const HOUR = DAY / 24;
const BRAND = 'instagram:marque';
const FOLLOWERS = 100_000;

export const norms = JSON.parse(readFileSync('public/norms.json', 'utf8')) as NormFile;

type Row = [days: number, interactions: number, format: Format, comments: number, views: number | null];
/**
 * The 22 posts that count, the latest first: days before the capture (14 October is 35 days ago, and eleven of them in a row were silent), interactions, format,
 * comments among them, views where a reel shows some. The middle of the interactions is 290 of 100,000 followers, which is 0.29 %. The example says no more of
 * them; comments and views are spread so widely, and so little is tagged and judged below, that the overall score is as vague as the example's.
 */
const POSTS: Row[] = [
  [1, 279, 'short', 41, 4_000],
  [1.4, 66, 'image', 2, null],
  [3, 440, 'short', 13, 260_000],
  [3.4, 162, 'short', 38, 6_000],
  [5, 301, 'short', 3, 140_000],
  [5.4, 585, 'carousel', 62, null],
  [7, 195, 'carousel', 2, null],
  [7.4, 97, 'image', 21, null],
  [9, 330, 'carousel', 4, null],
  [9.4, 238, 'short', 37, 15_000],
  [11, 826, 'image', 5, null],
  [11.4, 181, 'short', 1, 9_000],
  [13, 400, 'carousel', 44, null],
  [13.4, 120, 'short', 2, 3_000],
  [24.4, 258, 'short', 3, 180_000],
  [26, 455, 'carousel', 50, null],
  [26.4, 143, 'short', 28, 5_000],
  [28, 680, 'carousel', 5, null],
  [29.56, 358, 'short', 45, 210_000],
  [31.12, 205, 'short', 2, 19_000],
  [33, 1180, 'image', 9, null],
  [35.4, 520, 'carousel', 55, null],
];
const INTERACTIONS = POSTS.map(([, interactions]) => interactions);
const FORMATS = ['image', 'carousel', 'short', 'image', 'short', 'image', 'short', 'carousel', 'short', 'image', 'short'] as const;

interface Made {
  key: string;
  id: number;
  days: number;
  interactions: number;
  format: Format | null;
  comments: number;
  views: number | null;
  flags?: PostFlag[];
}

function madeBy({ key, id, days, interactions, format, comments, views, flags = [] }: Made): PostState {
  const published = CAPTURED - days * DAY;
  const metrics = { likes: count(interactions - comments), comments: count(comments), ...(views === null ? {} : { views: count(views) }) };
  return post({
    ...{
      postKey: `instagram:${key.slice(10)}-${id}`,
      accountKey: key,
      network: 'instagram',
      snapshotId: `${key}-18-nov`,
      takenAt: CAPTURED,
      flags,
    },
    ...{ published: { value: published, low: published, high: published, from: 'id' }, format, metrics, followers: count(FOLLOWERS) },
  });
}

const besides = { key: BRAND, format: 'image', comments: 0, views: null } as const;
export const posts: PostState[] = [
  ...POSTS.map(([days, interactions, format, comments, views], id) =>
    madeBy({ key: BRAND, id, days, interactions, format, comments, views }),
  ),
  madeBy({ ...besides, id: 22, days: 210, interactions: 4000, flags: ['pinned'] }),
  madeBy({ ...besides, id: 23, days: 90, interactions: 2600, flags: ['pinned'] }),
  madeBy({ ...besides, id: 24, days: 6, interactions: 1900, flags: ['collaboration'] }),
  madeBy({ ...besides, id: 25, days: 5 / 24, interactions: 40 }),
];

/** Interactions of a rival's post by comment, and views by interaction. */
const [RIVAL_TALK, RIVAL_VIEWS] = [29, 60];
/** Three direct rivals whose typical rates have 0.41 % in their middle. Their posts differ less than the brand's. */
const RIVALS = [
  { id: 'r1', key: 'instagram:rivalone', times: 410 / 290, days: 1.6 },
  { id: 'r2', key: 'instagram:rivaltwo', times: 300 / 290, days: 1.2 },
  { id: 'r3', key: 'instagram:rivalthree', times: 560 / 290, days: 2.1 },
];
const rivalPosts = RIVALS.map(({ key, times, days }) =>
  INTERACTIONS.map((each, id) => {
    const interactions = Math.round(290 * times * (each / 290) ** 0.68);
    const [comments, format] = [Math.round(interactions / RIVAL_TALK), FORMATS[id % FORMATS.length] ?? null];
    return madeBy({
      key,
      id,
      days: 1 + days * id,
      interactions,
      format,
      comments,
      views: format === 'short' ? interactions * RIVAL_VIEWS : null,
    });
  }),
);

function recordOf(key: string): AccountRecord {
  const handle = key.slice(10);
  const known = account([[-4, count(FOLLOWERS)]], key);
  const profile = { handle, name: handle, bio: 'Biscuits', link: `https://${handle}.example/` };
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
const ANSWERED_AFTER = [2.5, 3, 3.5, 4, 4.2, 5, 21, 25, 30];
const late = CAPTURED - 40 * HOUR;
const WAITING = [
  ...Array.from({ length: 4 }, (_, i) => ({ id: `o${i}`, post: 4, at: late })),
  ...Array.from({ length: 18 }, (_, i) => ({ id: `w${i}`, post: 0, at: CAPTURED - 2 * HOUR })),
];
const ANSWERED = ANSWERED_AFTER.map((hours, i) => ({ id: `q${i}`, post: 4, at: late, hours }));

/** The comments as they would be with so many of the waiting questions answered, in as many hours as the others were in turn. */
export const answeredMore = (more: number): PostComments[] => {
  const also = WAITING.slice(0, more).map((each, i) => ({ ...each, hours: ANSWERED_AFTER[i % ANSWERED_AFTER.length] ?? 0 }));
  const all = [...ANSWERED, ...also].flatMap(({ id, post: place, at, hours }) => [
    { place, comment: asked(id, at) },
    { place, comment: answerTo(id, at + hours * HOUR) },
  ]);
  const open = WAITING.slice(more).map(({ id, post: place, at }) => ({ place, comment: asked(id, at) }));
  return [0, 4].map((place) =>
    pageOf(
      `c${place}`,
      `instagram:marque-${place}`,
      CAPTURED,
      [...all, ...open].flatMap((each) => (each.place === place ? [each.comment] : [])),
    ),
  );
};

const eligible = posts.slice(0, 22);
const tagOf = (i: number): PostTags => ({
  ...{
    mix: i % 10 < 6 ? 'promote' : i % 10 < 8 ? 'curate' : 'interact',
    topic: i % 6 === 2 ? 'recette' : 'produit',
  },
  ...{ useful: i % 8 < 2, mission: i % 3 === 0 },
});

/** The analyst has tagged the latest posts only: as few as make a score, which is why most of the content is vague. */
const TAGGED = 12;
const given: Given = {
  tags: Object.fromEntries(eligible.slice(0, TAGGED).map(({ postKey }, i) => [postKey, tagOf(i)])),
  strategy: {
    own: {
      objectives: [
        {
          ...{ id: 'o1', text: '200 leads by June', specific: true, measurable: null, attainable: null, relevant: true },
          ...{ timed: false, business: true, ego: null },
        },
        {
          ...{ id: 'o2', text: 'More fans', specific: false, measurable: null, attainable: null, relevant: null },
          ...{ timed: false, business: null, ego: null },
        },
      ],
    },
  },
  owner: {
    own: {
      kpis: ['er', 'visits', 'leads', 'sales'].map((id, i) => ({ id, live: i < 3 })),
      visits: 1000,
      conversions: 24,
      budget: { production: 80, advertising: 20 },
    },
  },
  mentions: Array.from({ length: 5 }, (_, i) => ({ id: `m${i}`, brandId: 'own', at: CAPTURED, answered: i < 1 })),
  register: { own: { charter: true, roles: false, escalation: null, backedUpAt: null } },
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
  comments: answeredMore(0),
  norms,
  given,
};
