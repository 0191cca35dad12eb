// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading } from '../../lib/model/capture';
import { mastodon } from '../../lib/networks/mastodon';
import { changed, type Fixture, fixtureNamed, fixtures, postsOn } from './fixture';

const pages = fixtures('mastodon');
const named = (name: string) => fixtureNamed(pages, name);
const postsOf = (fixture: Fixture) => postsOn(mastodon, fixture);
const about = (posts: PostReading[], words: string) => posts.find(({ text }) => text.startsWith(words))?.metrics;

describe('what has strayed', () => {
  const tag = named('tag-zh-TW-columns');
  const idsOf = async (change: (page: Document) => void, page = tag) => {
    const copy = changed(page, (html) => html);
    change(copy.document);
    return (await postsOf(copy)).map(({ id }) => id);
  };
  const HOME = '[aria-label="首頁"]';
  const TAG = '[aria-label="#烏龍茶"]';

  it('keeps the posts of another column out, also where the last one is empty', async () => {
    expect(await idsOf((page) => page.querySelector(`${TAG} .scrollable`)?.remove())).toEqual([]);
    const aside = await idsOf((page) => page.querySelector('nav')?.append(page.querySelector(`${HOME} article`) ?? ''));
    expect(aside).toEqual(tag.expected.posts.map(({ id }) => id));
  });

  it('finds the column of a topic by its name, also where another stands behind it', async () => {
    const behind = (page: Document) => page.querySelector('.columns-area')?.append(page.querySelector(HOME)?.cloneNode(true) ?? '');
    expect(await idsOf(behind)).toEqual(tag.expected.posts.map(({ id }) => id));
    const unnamed = (page: Document) => page.querySelector(TAG)?.removeAttribute('aria-label');
    expect(await idsOf(unnamed)).toEqual(tag.expected.posts.map(({ id }) => id));
  });

  it('takes a post inside of another for no post of the list', async () => {
    const inside = (where: string) => (page: Document) =>
      page.querySelector(`${TAG} ${where}`)?.append(page.querySelector(`${HOME} article`) ?? '');
    for (const where of ['time', '.status__avatar', '.status__action-bar__button-wrapper'])
      expect(await idsOf(inside(where)), where).toEqual(tag.expected.posts.map(({ id }) => id));
  });

  it('takes what holds a whole post for no bar of buttons', async () => {
    const feed = named('home-ar');
    const expected = feed.expected.posts.map(({ id }) => id);
    const barred = (page: Document) => {
      for (const row of page.querySelectorAll('article > div')) row.classList.add('status__action-bar');
    };
    expect(await idsOf(barred, feed)).toEqual(expected);
  });

  const metricsOf = async (page: Fixture, change: (page: Document) => void, words: string) => {
    const copy = changed(page, (html) => html);
    change(copy.document);
    return about(await postsOf(copy), words);
  };

  it('reads no number in an icon, in the wrong button, or beside another element', async () => {
    const label = '.status__action-bar__counter__label';
    const into = (where: string) => (page: Document) => {
      const bar = page.querySelectorAll('.status__action-bar')[1];
      bar?.querySelector(where)?.append(bar.querySelector(label)?.cloneNode(true) ?? '');
    };
    for (const where of ['.fa-retweet', '[href$="reblog"]'])
      expect(await metricsOf(named('profile-ru-static'), into(where), 'Ответ'), where).toMatchObject({
        shares: { value: null },
        comments: { value: 0 },
      });
    const button = (page: Document) => {
      const buttons = page.querySelectorAll('.status__action-bar .icon-button');
      buttons[1]?.append(buttons[0]?.querySelector('.icon-button__counter') ?? '');
    };
    expect(await metricsOf(named('home-ar'), button, '')).toMatchObject({ shares: { value: null }, comments: { value: null } });
    const brand = (page: Document) => page.querySelector('.detailed-status__reblogs')?.append(page.querySelector('.brand') ?? '');
    expect(await metricsOf(named('post-fa-static'), brand, 'باغ')).toMatchObject({ comments: { as: 'unread', value: null } });
  });

  it('counts posts only where followers and followed accounts stand in one row', async () => {
    const page = changed(named('profile-de-glitch'), (html) => html);
    page.document.querySelector('a[href$="/following"]')?.append(page.document.querySelector('a[href$="/followers"]') ?? '');
    const outcome = await readPage(mastodon, page.document, page.url, page.now);
    expect(outcome.ok && outcome.capture.account.posts).toMatchObject({ as: 'unread', value: null });
  });
});
