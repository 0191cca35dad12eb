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
});
