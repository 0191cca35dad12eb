// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading } from '../../lib/model/capture';
import { linkedin } from '../../lib/networks/linkedin';
import { changed, type Fixture, fixtureNamed, fixtures, postsOn } from './fixture';

const pages = fixtures('linkedin');
const named = (name: string) => fixtureNamed(pages, name);
const postsOf = (fixture: Fixture, change = (html: string) => html) => postsOn(linkedin, changed(fixture, change));
const by = (posts: PostReading[], text: string) => posts.find((post) => post.text.includes(text))?.metrics;

describe('pages with something in a wrong place', () => {
  it('reads no counter with a second number in it', async () => {
    const classic = await postsOf(named('company-classic-en-2024'), (html) =>
      html
        .replace('<span aria-hidden="true">5 comments<', '<span aria-hidden="true">12,345 followers</span>$&')
        .replace(/<span aria-hidden="true" class="[^"]*">Ada Tinker and 29/, '<span class="x__reactions-count">40</span>$&'),
    );
    expect(by(classic, 'Tea for')).toMatchObject({ likes: { value: 1343 }, comments: { as: 'unread' } });
    expect(by(classic, 'Named reactions')).toMatchObject({ likes: { as: 'unread' } });
    const modern = await postsOf(named('feed-modern-fr-2026'), (html) =>
      html
        .replace('<span>50</span>', '<span><b>1 231</b>50</span>')
        .replace('>Marc et une autre personne</span>', '>Marc et une autre personne<i>… 12</i></span>'),
    );
    expect(by(modern, 'dans les boutons')).toMatchObject({ likes: { value: 252 }, comments: { as: 'unread' } });
    expect(by(modern, 'un emploi')).toMatchObject({ likes: { as: 'unread' }, comments: { value: 1 } });
  });

  it('takes no other counter for the reactions, nor their absence for a zero', async () => {
    const pictured = await postsOf(named('company-modern-es-2026'), (html) =>
      html.replaceAll('<span aria-hidden="true">1 comentario<', '<span aria-hidden="true"><img>1 comentario<'),
    );
    expect(by(pictured, 'Solo un')).toMatchObject({ likes: { as: 'unread' }, comments: { as: 'unread' }, shares: { as: 'unread' } });
    const twice = await postsOf(named('profile-modern-ja-2026'), (html) =>
      html.replaceAll(/<a tabindex="0" [^>]*><div><ul role="presentation">(?:(?!<\/a>).)*<\/a>/g, '$&$&'),
    );
    expect(by(twice, 'お茶')).toMatchObject({ likes: { as: 'unread' }, shares: { as: 'unread' } });
    const pressed = await postsOf(named('feed-modern-fr-2026'), (html) =>
      html.replace(/(id="repost-small"[^>]*><\/svg><span>)(<\/span>)/, '$1<a href="/">252</a>$2'),
    );
    expect(by(pressed, 'dans les boutons')?.shares?.value ?? null).toBeNull();
  });

  it('takes no counter of a comment that stands elsewhere in a post for the post’s', async () => {
    const strayed = await postsOf(named('post-guest-ar-2025'), (html) =>
      html.replace('شكراً للجميع.', '$&<a data-test-id="social-actions__reactions" data-num-reactions="2">٢</a>'),
    );
    expect(by(strayed, 'شكراً')).toMatchObject({ likes: { as: 'unread' }, comments: { value: 2 } });
    const moved = await postsOf(named('company-classic-en-2024'), (html) =>
      html.replace(
        /(sub-description"><span aria-hidden="true">2w •<\/span>)([\s\S]*?)(<li class="social-details-social-counts__item"><span>1,234 views<\/span><\/li>)/,
        '$1$3$2',
      ),
    );
    expect(by(moved, 'My first kettle')).toMatchObject({ likes: { value: 40 }, shares: { as: 'unread' } });
  });

  it('takes an entry of several shares for none of them', async () => {
    const posts = await postsOf(named('company-classic-en-2024'), (html) =>
      html.replace(
        /data-urn="(urn:li:activity:7204512360554324481)"/,
        'data-urn="urn:li:aggregate:($1,urn:li:activity:7204512360554324482)"',
      ),
    );
    expect(posts.map(({ id }) => id)).not.toContain('7204512360554324481');
    expect(by(posts, 'Named reactions')).toMatchObject({ likes: { value: 30 } });
  });

  it('reads no reposts in the classic layout as it was until 2022, whose third counter was the views of a video', async () => {
    const old = await postsOf(named('company-classic-en-2024'), (html) =>
      html.replaceAll('update-components-actor', 'feed-shared-actor').replace('>6 reposts<', '>1,234 views<'),
    );
    expect(by(old, 'Tea for')).toMatchObject({ likes: { value: 1343 }, comments: { value: 5 }, shares: { as: 'unread' } });
    expect(by(old, 'Named reactions')).toMatchObject({ likes: { value: 30 }, comments: { value: 1 }, shares: { as: 'unread' } });
  });

  it.each([
    ['company-classic-en-2024', /<span aria-hidden="true">12,345/g, '<span aria-hidden="true">1 comment</span>$&'],
    ['company-guest-de-2025', /<p>12\.345/g, '<p><time>3 Wochen</time>12.345'],
    ['company-modern-es-2026', /<p>23\.456 seguidores<\/p><p>/g, '<p>12 mil gracias</p>$&'],
    ['company-modern-es-2026', /<p>Olmo Café<\/p>(<p>23\.456 seguidores<\/p><p>)/g, '$1<b>7</b>'],
    ['profile-modern-ja-2026', /<p>フォロワー/, '<p>500人以上のつながり</p>$&'],
  ])('%s: followers stand alone in their place', async (name, place, other) => {
    const page = named(name);
    const html = page.document.documentElement.outerHTML;
    expect(html).toMatch(place);
    const changed = new DOMParser().parseFromString(html.replace(place, other), 'text/html');
    const outcome = await readPage(linkedin, changed, page.url, page.now);
    expect(outcome.ok && outcome.capture.account.followers).toMatchObject({ as: 'unread', value: null });
  });
});
