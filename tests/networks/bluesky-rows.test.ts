// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { bluesky } from '../../lib/networks/bluesky';
import { changed, type Fixture, fixtureNamed, fixtures, postsOn } from './fixture';

const named = (name: string) => fixtureNamed(fixtures('bluesky'), name);

describe('rows of an opened post', () => {
  const signedIn = (button: string, reposts: string, more = '') =>
    changed(named('post-fr-signed-in'), (html) =>
      html
        .replace(/<a [^>]*\/quotes".*?<\/a>/, more)
        .replace(/(?<="repostCount-expanded"><span>)[^<]+/, reposts)
        .replace(/(?<="repostCount">)13[^<]+/, button),
    );
  const opened = async (fixture: Fixture) => (await postsOn(bluesky, fixture)).find(({ id }) => id === '3myllu6x4222u')?.metrics;

  it('has no row of quotes where there are none, or where quoting is switched off', async () => {
    expect(await opened(signedIn('212', '212'))).toMatchObject({ shares: { value: 212, as: 'exact' }, quotes: { value: 0, as: 'exact' } });
    expect(await opened(signedIn('215', '212'))).toMatchObject({ shares: { as: 'unread' }, quotes: { as: 'unread', value: null } });
    expect(await opened(signedIn('12 k', '12 k'))).toMatchObject({ shares: { value: 12_000, as: 'rounded' }, quotes: { as: 'unread' } });
  });

  it('may show the post’s place in its thread, which counts nothing', async () => {
    expect(await opened(signedIn('212', '212', '<div dir="auto">1/5</div>'))).toMatchObject({ quotes: { value: 0, as: 'exact' } });
    expect(await opened(signedIn('212', '212', '<div dir="auto">5</div>'))).toMatchObject({ quotes: { as: 'unread' } });
  });

  it('may show whom the viewer knows among those who liked it, which is no quoted post', async () => {
    const likes = '/profile/kestrel-kettles.bsky.social/post/3myllu6x4222u/liked-by';
    const faces = `<div><a href="${likes}" role="link"><div><img src="/img/avatar/plain/did:plc:x/y"></div><div dir="auto">Aimé par Studio 54</div></a></div>`;
    const page = changed(named('post-fr-signed-in'), (html) =>
      html.replace(/(<div [^>]*data-testid="bookmarkCount-expanded">.*?<\/div>)/, `$1${faces}`),
    );
    const post = (await postsOn(bluesky, page)).find(({ id }) => id === '3myllu6x4222u');
    expect(post).toMatchObject({ flags: { quote: false }, metrics: await opened(named('post-fr-signed-in')) });
    expect(await opened(signedIn('212', '212', faces))).toMatchObject({ quotes: { value: 0 } });
  });

  it('has saves in a link of their own in 2025, and in no other', async () => {
    const link = (more: string) =>
      changed(named('post-fr-signed-in'), (html) =>
        html.replace(
          /(<div [^>]*data-testid="bookmarkCount-expanded">.*?<\/div>)/,
          `<a href="/profile/kestrel-kettles.bsky.social/post/3myllu6x4222u/liked-by">${more}$1</a>`,
        ),
      );
    expect(await opened(link(''))).toMatchObject({ saves: { value: 1900 } });
    expect(await opened(link('12 k'))).toMatchObject({ saves: { as: 'unread' } });
  });

  it('alone has the counts where the buttons of 2023 say nothing', async () => {
    const old = (html: string) =>
      html
        .replace(/-expanded(?=">)/g, '')
        .replace(/ \((?:95 replies|3449 likes)\)/g, '')
        .replace(/<div dir="auto">95<\/div>/, '');
    const read = async (change: (html: string) => string) =>
      (await postsOn(bluesky, changed(named('post-en-2024'), change))).find(({ id }) => id === '3krgdlof5222u')?.metrics;
    expect(
      await read((html) => old(html).replace(/(<div dir="auto" data-testid="(?:repost|like)Count">)[\d.]+K(?=<\/div><\/)/g, '$1')),
    ).toMatchObject({
      ...{ likes: { value: 3400 }, shares: { value: 1200 }, comments: { as: 'unread' } },
    });
    // Later, rows and buttons had the same marks.
    expect(await read((html) => html.replace(/-expanded(?=">)/g, ''))).toMatchObject({ likes: { value: 3449 }, shares: { value: 1200 } });
  });
});
