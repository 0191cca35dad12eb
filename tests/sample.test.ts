import { expect, test } from 'vitest';
import { benchmark, studyOn } from '../lib/benchmark/benchmark';
import { compareToStudy } from '../lib/benchmark/standing';
import { captureSchema } from '../lib/model/capture';
import { accountKey, postKey } from '../lib/model/keys';
import { studySchema } from '../lib/model/study';
import { accountTagsSchema } from '../lib/model/tags';
import { FIXED_TAGS } from '../lib/model/vocabulary';
import { snowflakeTime, tidTime } from '../lib/reading/ids';
import { sampleStudy } from '../lib/sample';
import { fold } from './benchmark/fold';

const NOW = Date.UTC(2026, 10, 22, 12);
const { study, captures, tags } = sampleStudy(NOW);
const lists = captures.filter(({ surface }) => surface.kind === 'profile');

test('every capture and the study pass the schemas that real ones pass', () => {
  for (const capture of captures) expect(captureSchema.parse(capture)).toEqual(capture);
  expect(studySchema.parse(study)).toEqual(study);
});

test('it is the same every time, and no two captures share an id', () => {
  expect(sampleStudy(NOW)).toEqual({ study, captures, tags });
  expect(new Set(captures.map((capture) => capture.id)).size).toBe(captures.length);
});

test('each account of the study is captured twice, seven days apart, with 20 to 40 posts', () => {
  const accounts = study.brands.flatMap((brand) => brand.accounts);
  expect(accounts).toHaveLength(15);
  for (const key of accounts) {
    const own = lists.filter((capture) => accountKey(capture.network, capture.account.handle ?? '') === key);
    expect(own.map((capture) => NOW - capture.takenAt > 6 * 86_400_000)).toEqual([true, false]);
    expect((own[1]?.takenAt ?? 0) - (own[0]?.takenAt ?? 0)).toBe(7 * 86_400_000);
    for (const capture of own) {
      expect(capture.posts.length).toBeGreaterThanOrEqual(20);
      expect(capture.posts.length).toBeLessThanOrEqual(40);
      expect(new Set(capture.posts.map((post) => post.id)).size).toBe(capture.posts.length);
    }
  }
});

test('the latest videos have a page of their own, with comments of which some are answered by their channel', () => {
  const pages = captures.filter(({ surface }) => surface.kind === 'post');
  expect(pages).toHaveLength(50);
  for (const { posts, comments = [], surface, takenAt } of pages) {
    expect(posts.map(({ id }) => id)).toEqual([surface.postId]);
    expect(posts[0]?.metrics.comments?.value).toBeGreaterThanOrEqual(comments.filter(({ replyTo }) => replyTo === null).length);
    for (const { replyTo, published, byAccount } of comments) {
      expect(byAccount).toBe(replyTo !== null);
      if (replyTo !== null) expect(comments.some(({ id }) => id === replyTo)).toBe(true);
      expect(published?.low).toBeGreaterThanOrEqual((posts[0]?.published?.value ?? 0) - 31 * 86_400_000);
      expect(published?.high).toBeLessThanOrEqual(takenAt);
    }
  }
  expect(pages.flatMap(({ comments = [] }) => comments).some(({ byAccount }) => byAccount)).toBe(true);
});

test('the own brand’s posts are sorted, by tags that every workspace has', () => {
  expect(tags.map(({ accountKey: key }) => key)).toEqual(study.brands[0]?.accounts);
  const captured = new Set(captures.flatMap(({ network, posts }) => posts.map(({ id }) => postKey(network, id))));
  for (const given of tags) {
    expect(accountTagsSchema.parse(given)).toEqual(given);
    for (const [post, { tags: words }] of Object.entries(given.posts)) {
      expect(captured).toContain(post);
      for (const word of words) expect(FIXED_TAGS).toContain(word);
    }
  }
});

test('nobody can take the accounts for real ones', () => {
  for (const capture of captures) {
    expect(capture.account.handle).toMatch(/_sample$/);
    for (const post of capture.posts) expect(post.author).toMatch(/_sample$/);
  }
});

test('ids carry the times that they claim', () => {
  for (const { network, posts } of captures) {
    for (const { id, published } of posts) {
      if (network === 'x') expect(snowflakeTime(id)?.value).toBe(published?.value);
      if (network === 'bluesky') expect(tidTime(id)?.value).toBe(published?.value);
    }
  }
});

test('no post is counted lower in the second capture than its own page allowed in the first', () => {
  for (const first of captures) {
    const second = captures.find((other) => other.url === first.url && other.takenAt > first.takenAt);
    for (const post of first.posts) {
      const later = second?.posts.find((other) => other.id === post.id)?.metrics.likes;
      if (later?.high != null && post.metrics.likes?.low != null) expect(later.high).toBeGreaterThanOrEqual(post.metrics.likes.low);
    }
  }
});

test('it shows every kind of reading and every flag that is left out', () => {
  const posts = captures.flatMap((capture) => capture.posts);
  const kinds = new Set(posts.flatMap((post) => Object.values(post.metrics).map((reading) => reading.as)));
  expect([...kinds].sort()).toEqual(['exact', 'hidden', 'rounded', 'unread']);
  for (const flag of ['pinned', 'promoted', 'repost', 'quote'] as const) expect(posts.some((post) => post.flags[flag])).toBe(true);
  expect(new Set(posts.map((post) => post.format)).size).toBeGreaterThan(4);
});

test('the benchmark finds what the brands were invented with', () => {
  const { rollups, accounts } = fold(captures);
  const whole = benchmark(study, rollups, accounts, NOW);
  const [own, direct, , leader, inspiration] = whole.rows;
  // Invented: 0.6 % and 2.1 % of followers.
  expect(own?.kpis.erFollowers.low).toBeLessThan(0.006);
  expect(own?.kpis.erFollowers.high).toBeGreaterThan(0.006);
  expect(leader?.kpis.erFollowers.value).toBeGreaterThan(direct?.kpis.erFollowers.value ?? 1);
  expect(whole.peers.erFollowers.n).toBe(3);
  expect(inspiration?.kpis.followers).toMatchObject({ value: null, reason: 'hidden' });
  expect(compareToStudy(own?.brandId ?? '', whole).difference).toBe('below');
  // Invented: Aurestal posts 14 times a week on X.
  const onX = benchmark(studyOn(study, 'x'), rollups, accounts, NOW).rows[3]?.kpis.postsPerWeek;
  expect(onX?.low).toBeLessThan(14);
  expect(onX?.high).toBeGreaterThan(14);
});
