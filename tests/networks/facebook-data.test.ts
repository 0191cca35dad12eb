// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../lib/capture/read-page';
import { facebook } from '../../lib/networks/facebook';
import { postsIn as read } from '../../lib/networks/facebook/stories';

const { display, significant } = facebook;
const postsIn = (body: unknown, locale = 'en') => read(body, 'response', { locale, display, significant });
const story = (id: string) => btoa(`S:_I61550000000001:${id}:${id}`);
const feedback = (id: string) => btoa(`feedback:${id}`);
const counts = (id: string, likes: unknown, comments: unknown, shares: unknown, more: object = {}) => ({
  __typename: 'Feedback',
  id: feedback(id),
  reaction_count: { count: likes },
  share_count: { count: shares },
  comment_rendering_instance: { comments: { total_count: comments } },
  ...more,
});
/** A story as today's data has it: its parts are apart, each with the story's id. */
const today = (id: string, target: object, more: object = {}) => ({
  node: {
    __typename: 'Story',
    id: story(id),
    post_id: id,
    ...more,
    comet_sections: {
      content: {
        story: {
          id: story(id),
          wwwURL: `https://www.facebook.com/atelier.brume/posts/pfbid0${'A'.repeat(30)}l`,
          message: { text: 'Le grès #brume' },
          actors: [{ id: '61550000000001', url: 'https://www.facebook.com/atelier.brume' }],
        },
      },
      context_layout: { story: { metadata: [{ story: { id: story(id), creation_time: 1_742_663_391 } }] } },
      feedback: { story: { feedback_context: { feedback_target_with_context: target } } },
    },
  },
});
const only = (body: unknown, locale?: string) => {
  const [post, other] = postsIn(body, locale);
  expect(other).toBeUndefined();
  return post;
};

describe('received data', () => {
  it('finds stories by their shape, wherever they stand', () => {
    const post = only({ label: 'x$stream$y', path: ['a', 0], data: { anything: [[today('9000001', counts('9000001', 2876, 83, 73))]] } });
    expect(post).toMatchObject({
      id: '9000001',
      aliases: [`pfbid0${'A'.repeat(30)}l`],
      author: 'atelier.brume',
      text: 'Le grès #brume',
      published: { value: 1_742_663_391_000 },
    });
    expect(post?.metrics).toMatchObject({
      likes: { value: 2876, as: 'exact', from: 'response' },
      comments: { value: 83 },
      shares: { value: 73 },
    });
  });

  it('reads counts of a reel, and comments as they were told until 2022', () => {
    const reel = { id: feedback('9000004'), unified_reactors: { count: 1544 }, total_comment_count: 33, share_count_reduced: '1,3 rb' };
    expect(only(today('9000004', reel), 'id')?.metrics).toMatchObject({
      likes: { value: 1544 },
      comments: { value: 33 },
      shares: { value: 1300, low: 1300, high: 1399, as: 'rounded', from: 'response' },
    });
    const shares = (share_count_reduced: unknown, more?: object) =>
      only(today('9000004', { ...reel, share_count_reduced, ...more }))?.metrics.shares;
    expect(shares('73')).toMatchObject({ value: 73, as: 'exact' });
    expect(shares('2.2K', { share_count: { count: 2187 } })).toMatchObject({ value: 2187, as: 'exact' });
    for (const none of ['', 'Share', 22, null]) expect(shares(none)).toBeUndefined();
    const mixed = counts('9000005', 12, 4, 1, { unified_reactors: { count: 15 } });
    expect(only(today('9000005', mixed))?.metrics.likes).toMatchObject({ value: 12 });
    const old = {
      id: feedback('9000006'),
      reaction_count: { count: 7 },
      display_comments_count: { count: 538 },
      toplevel_comment_count: { count: 2 },
    };
    expect(only(today('9000006', old))?.metrics).toMatchObject({ likes: { value: 7 }, comments: { value: 538 } });
  });

  it('keeps what a shared post and comments count to themselves', () => {
    const shared = { attached_story: { ...today('9000002', counts('9000002', 777, 77, 7)).node } };
    const comment = {
      __typename: 'Comment',
      id: btoa('comment:9000001_5'),
      feedback: { id: btoa('feedback:9000001_5'), reaction_count: { count: 99 } },
    };
    const posts = postsIn({ a: today('9000001', { ...counts('9000001', 5, 3, 0), interesting: [comment] }, shared) });
    expect(posts.map(({ id, metrics }) => [id, metrics.likes?.value])).toEqual([
      ['9000001', 5],
      ['9000002', 777],
    ]);
    expect(posts[0]?.flags.quote).toBe(true);
  });

  it('tells reactions by their ids, and hidden from none', () => {
    const kinds = { top_reactions: { edges: [{ node: { id: '1678524932434102', localized_name: 'J’adore' }, reaction_count: 4 }] } };
    expect(only(today('9000001', counts('9000001', 9, 0, 0, kinds)))).toMatchObject({
      reactions: { love: { value: 4 } },
      metrics: { comments: { value: 0 } },
    });
    expect(only(today('9000001', counts('9000001', 0, 1, 1, kinds)))?.metrics.likes).toMatchObject({ as: 'hidden', value: null });
  });

  it('leaves out what is no count, and what is said in two ways', () => {
    for (const bad of ['12', -1, 1e300, Number.NaN, 1.5, null, {}, []])
      expect(only(today('9000001', counts('9000001', bad, 3, bad)))?.metrics).toEqual({ comments: expect.objectContaining({ value: 3 }) });
    const twice = counts('9000001', 5, 3, 1, { inner: { id: feedback('9000001'), reaction_count: { count: 6 } } });
    expect(only(today('9000001', twice))?.metrics.likes).toBeUndefined();
  });

  it('makes no post of counts that come without a story', () => {
    expect(postsIn({ data: { feedback: counts('9000007', 12, 3, 4, { url: 'https://www.facebook.com/reel/740000000000001/' }) } })).toEqual(
      [],
    );
    expect(postsIn({ feedback: { id: 'ZmVlZGJhY2s6!!', reaction_count: { count: 3 } } })).toEqual([]);
  });

  it('survives hostile values', () => {
    let deep: unknown = today('9000001', counts('9000001', 1, 1, 1));
    for (let level = 0; level < 10_000; level += 1) deep = { deep };
    expect(postsIn(deep)).toEqual([]);
    const hostile = JSON.parse(
      '{"__proto__":{"post_id":"9000001"},"constructor":{"id":7},"id":{"id":[]},"attached_story":"x","actors":"y"}',
    );
    expect(postsIn([hostile, null, 1, 'x', [[[]]]])).toEqual([]);
    expect(
      postsIn({ ...today('9000001', { id: feedback('9000001'), top_reactions: { edges: 'x' }, reaction_count: 3 }), actors: [null] }),
    ).toHaveLength(1);
  });

  it('says the account’s followers only where it is the page’s', () => {
    const url = new URL('https://www.facebook.com/atelier.brume');
    const at = contextOf(facebook, document, url, { kind: 'profile', handle: 'atelier.brume' }, 0);
    const user = (handle: string) => ({
      data: { user: { __typename: 'User', id: '61550000000001', url: `https://www.facebook.com/${handle}`, follower_count: 48_211 } },
    });
    expect(facebook.responseAccount?.(user('atelier.brume'), at)).toMatchObject({
      followers: { value: 48_211 },
      nativeId: '61550000000001',
    });
    expect(facebook.responseAccount?.(user('another'), at)).toBeNull();
  });

  it('sharpens the posts of a document by its own data', () => {
    const page = new DOMParser().parseFromString(
      `<script type="application/json">${JSON.stringify({ require: [today('9000001', counts('9000001', 2876, 83, 73))] })}</script><script type="application/json">{"reaction_count":</script>`,
      'text/html',
    );
    const at = (address: string) => {
      const url = new URL(address);
      const surface = facebook.surface(url, page);
      if (!surface) throw new Error('no surface');
      return facebook.embedded?.(page, contextOf(facebook, page, url, surface, 0)) ?? [];
    };
    expect(at('https://www.facebook.com/atelier.brume/posts/9000001')).toHaveLength(1);
    expect(at('https://www.facebook.com/atelier.brume')).toHaveLength(1);
    expect(at('https://www.facebook.com/another')).toEqual([]);
    expect(at('https://www.facebook.com/another/posts/9000009')).toEqual([]);
  });
});

describe('what the account of a page says of itself', () => {
  const url = new URL('https://www.facebook.com/atelier.brume');
  const header = (name: string) => ({
    user: { profile_header_renderer: { user: { id: '61550000000001', url: `https://www.facebook.com/${name}` } } },
  });
  const item = (type: string, text: string) => ({
    node: { timeline_context_item: { timeline_context_list_item_type: type, renderer: { context_item: { title: { text } } } } },
  });
  const tiles = {
    profile_tile_sections: {
      edges: [{ nodes: [item('INTRO_CARD_INFLUENCER_CATEGORY', 'Page · Poterie et grès'), item('INTRO_CARD_WEBSITE', 'brume.example')] }],
    },
  };
  const intro = { profile: { best_description: { text: 'Grès et porcelaine, au bord de la Loire.' } } };
  const accountWith = (...data: unknown[]) => {
    const scripts = data.map((each) => `<script type="application/json">${JSON.stringify(each)}</script>`).join('');
    const page = new DOMParser().parseFromString(`${scripts}<div role="main"><h1>Atelier Brume</h1></div>`, 'text/html');
    const surface = facebook.surface(url, page);
    if (!surface) throw new Error('no surface');
    return facebook.account(page, contextOf(facebook, page, url, surface, 0));
  };

  it('is its intro and its trade, from wherever they stand in the data of its page', () => {
    expect(accountWith(header('atelier.brume'), { require: [tiles] }, intro)).toMatchObject({
      bio: 'Grès et porcelaine, au bord de la Loire.',
      category: 'Poterie et grès',
    });
    expect(accountWith(header('Atelier.Brume'), item('INTRO_CARD_INFLUENCER_CATEGORY', 'Bakery')).category).toBe('Bakery');
  });

  it('is nothing where the data is headed by the account whose page was here before, or by two, or says two things', () => {
    for (const data of [
      [header('autre.maison'), tiles, intro],
      [tiles, intro],
      [header('atelier.brume'), header('autre.maison'), tiles, intro],
      [
        header('atelier.brume'),
        { a: tiles, b: item('INTRO_CARD_INFLUENCER_CATEGORY', 'Page · Café') },
        intro,
        { best_description: { text: 'Autre' } },
      ],
    ]) {
      const account = accountWith(...data);
      expect([account.bio, account.category]).toEqual([undefined, undefined]);
    }
  });

  it('is no harm when it is not what it should be', () => {
    const odd = {
      profile_header_renderer: { user: 7 },
      best_description: { text: { length: 3 } },
      timeline_context_list_item_type: 'X_CATEGORY',
      renderer: [],
    };
    expect(accountWith(header('atelier.brume'), odd)).toMatchObject({ handle: 'atelier.brume', name: 'Atelier Brume' });
  });
});
