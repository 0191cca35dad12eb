// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { contextOf, readPage } from '../../lib/capture/read-page';
import { reddit } from '../../lib/networks/reddit';

const NOW = Date.UTC(2026, 3);
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const at = (address = 'https://www.reddit.com/user/ada/') => {
  const page = parse('<main></main>');
  const surface = reddit.surface(new URL(address), page);
  if (!surface) throw new Error(address);
  return contextOf(reddit, page, new URL(address), surface, NOW);
};
const read = (body: unknown, address?: string) => reddit.response?.(body, at(address)) ?? [];
const values = (posts: ReturnType<typeof read>) =>
  posts.map(({ id, metrics: { likes, comments } }) => [id, likes?.value ?? likes?.as, comments?.value]);

describe('bodies that the page received', () => {
  const listed = (data: object) => ({
    kind: 'Listing',
    data: {
      children: [
        { kind: 't3', data },
        { kind: 't1', data: { name: 't1_c', score: 9 } },
      ],
    },
  });
  const post = {
    ...{ name: 't3_1abc', id: '1abc', author: 'ada', permalink: '/r/Kettles/comments/1abc/boil/', title: 'Boil', selftext: '' },
    ...{
      created_utc: 1_770_000_000,
      score: 86,
      ups: 90,
      upvote_ratio: 0.97,
      num_comments: 16,
      url: 'https://kettles.example/?utm_source=r',
    },
  };

  it('are lists, with the score for likes, whatever the share of up-votes', () => {
    const [found] = read(listed(post));
    expect(found).toMatchObject({
      ...{ id: '1abc', author: 'ada', text: 'Boil', links: ['https://kettles.example/'] },
      published: { value: 1_770_000_000_000 },
      metrics: { likes: { value: 86, from: 'response' }, comments: { value: 16 } },
    });
    expect(read(listed(post), 'https://www.reddit.com/r/Kettles/')[0]?.author).toBe('r/Kettles');
  });

  it('keep a cross-post and what it shows apart', () => {
    const shown = { ...post, name: 't3_9root', id: '9root', score: 5000, num_comments: 700 };
    expect(values(read(listed({ ...post, crosspost_parent: 't3_9root', crosspost_parent_list: [shown] })))).toEqual([
      ['1abc', 86, 16],
      ['9root', 5000, 700],
    ]);
  });

  it('are archives too, where bare ids are posts’ by their address', () => {
    const { name: _, ...bare } = post;
    const comment = { ...bare, id: 'k1', body: 'Yes', permalink: '/r/Kettles/comments/1abc/boil/k1/' };
    const other = { ...bare, id: '2xyz' };
    expect(values(read({ data: [bare, { ...comment, id: '1abc' }, comment, other] }))).toEqual([['1abc', 86, 16]]);
  });

  it('hide what is hidden', () => {
    expect(values(read(listed({ ...post, hide_score: true, score: 1 })))).toEqual([['1abc', 'hidden', 16]]);
    const asked = { __typename: 'SubredditPost', id: 't3_1abc', postTitle: 'Boil', createdAt: '2026-02-01T10:00:00.000000+0000' };
    expect(values(read({ data: { post: { ...asked, score: null, commentCount: 3, isScoreHidden: true } } }))).toEqual([
      ['1abc', 'hidden', 3],
    ]);
    const [found] = read({ data: { post: { ...asked, score: 4, commentCount: 3, isCommercialCommunication: true } } });
    expect(found).toMatchObject({ flags: { paid: true }, published: { value: Date.UTC(2026, 1, 1, 10) }, text: 'Boil' });
  });

  it('of 2018–2024 are read as well', () => {
    const old = { id: 't3_mid1', author: 'ada', title: 'Old', score: 7, numComments: 2, created: 1_600_000_000_000, isStickied: true };
    expect(read({ posts: { models: { t3_mid1: old } } })).toMatchObject([
      { id: 'mid1', flags: { pinned: true }, metrics: { likes: { value: 7 } } },
    ]);
  });

  it('that are hostile throw nothing and give no number', () => {
    for (const score of ['86', -4, 1e300, 0.97, {}])
      expect(read(listed({ ...post, score, num_comments: score })).map(({ metrics: { likes } }) => likes?.value)).toEqual([null]);
    expect(read(JSON.parse('{"__proto__":{"name":"t3_1abc"},"a":[null,{"name":"t3_"}]}'))).toEqual([]);
    expect(read(null)).toEqual([]);
  });

  it('tell the page’s own community', () => {
    const about = { kind: 't5', data: { name: 't5_3kett', display_name_prefixed: 'r/Kettles', title: 'Kettles', subscribers: 641_906 } };
    expect(reddit.responseAccount?.(about, at('https://www.reddit.com/r/kettles/'))).toMatchObject({
      ...{ nativeId: 't5_3kett', name: 'Kettles' },
      followers: { value: 641_906, as: 'exact' },
    });
    expect(reddit.responseAccount?.(about, at('https://www.reddit.com/r/lanterns/'))).toBeNull();
  });
});

describe('comments', () => {
  async function comments(html: string) {
    const outcome = await readPage(reddit, parse(html), new URL('https://www.reddit.com/r/Kettles/comments/1abc/boil/'), NOW);
    return outcome.ok
      ? outcome.capture.comments?.map(({ id, byAccount, replyTo, text, published }) => [id, byAccount, replyTo, text, published?.value])
      : [];
  }
  const time = '<time datetime="2026-02-05T20:02:10.971Z"></time>';
  const when = Date.UTC(2026, 1, 5, 20, 2, 10, 971);

  it('of today', async () => {
    const one = (id: string, author: string, said: string, more = '', inside = '') =>
      `<shreddit-comment thingid="t1_${id}" postid="t3_1abc" author="${author}" score="93" ${more}><div slot="commentMeta">${time}</div><div slot="comment"><div class="md">${said}</div></div>${inside}</shreddit-comment>`;
    const answer = one('bb2', 'Ada', 'Danke', 'parentid="t1_aa1"');
    const html = `<shreddit-post id="t3_1abc" permalink="/r/Kettles/comments/1abc/boil/" author="ada" score="5" comment-count="2"></shreddit-post>${one('aa1', 'bo', 'Wie heiß?', '', answer)}<shreddit-comment thingid="t1_zz9" postid="t3_9other"></shreddit-comment>`;
    expect(await comments(html)).toEqual([
      ['aa1', false, null, 'Wie heiß?', when],
      ['bb2', true, 'aa1', 'Danke', when],
    ]);
  });

  it('of the old layout', async () => {
    const one = (id: string, author: string, said: string, inside = '') =>
      `<div class="thing comment" data-fullname="t1_${id}" data-author="${author}"><div class="entry">${time}<div class="usertext-body"><div class="md">${said}</div></div></div><div class="child">${inside}</div></div>`;
    const html = `<div class="thing link" data-fullname="t3_1abc" data-author="ada" data-score="5" data-comments-count="2"><div class="score unvoted">5</div></div><div class="commentarea">${one('aa1', 'bo', 'ما هذا؟', one('bb2', 'ada', 'إبريق'))}</div>`;
    expect(await comments(html)).toEqual([
      ['aa1', false, null, 'ما هذا؟', when],
      ['bb2', true, 'aa1', 'إبريق', when],
    ]);
  });
});
