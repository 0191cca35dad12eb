// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../lib/capture/read-page';
import type { CommentReading } from '../../lib/model/capture';
import { youtube } from '../../lib/networks/youtube';
import { fixtures } from './fixture';

function comments(name: string, change: (page: Document) => void = () => {}): CommentReading[] {
  const page = fixtures('youtube').find((fixture) => fixture.name === name);
  const surface = page && youtube.surface(page.url, page.document);
  if (!page || !surface) throw new Error(`no fixture ${name}`);
  change(page.document);
  return youtube.comments?.(page.document, contextOf(youtube, page.document, page.url, surface, page.now)) ?? [];
}
const told = (list: CommentReading[]) => list.map(({ id, byAccount, replyTo, likedByAccount }) => [id, byAccount, replyTo, likedByAccount]);

describe('comments', () => {
  test('of a video: who answers whom, whose they are and which the channel liked', () => {
    const list = comments('watch-zh-2026');
    expect(told(list)).toEqual([
      ['UgzTw01aaaaaaaaaaaaaaaaa', true, null, false],
      ['UgzTw02aaaaaaaaaaaaaaaaa', false, null, true],
      ['UgzTw02aaaaaaaaaaaaaaaaa.A1b2', true, 'UgzTw02aaaaaaaaaaaaaaaaa', false],
      ['UgzTw02aaaaaaaaaaaaaaaaa.A1b3', false, 'UgzTw02aaaaaaaaaaaaaaaaa', false],
    ]);
    expect(list[1]).toMatchObject({ text: '水溫是 95 度嗎？', published: { from: 'relative' } });
  });

  test('of a text post: a link inside a comment is not its own, a verified stranger is not the channel', () => {
    expect(told(comments('post-ko-2026'))).toEqual([
      ['UgwKo01aaaaaaaaaaaaaaaaa', false, null, true],
      ['UgwKo01aaaaaaaaaaaaaaaaa.9ab1', true, 'UgwKo01aaaaaaaaaaaaaaaaa', false],
      ['UgwKo02aaaaaaaaaaaaaaaaa', false, null, false],
    ]);
  });

  test('a comment with links to two comments has no id, and its author’s name is kept nowhere', () => {
    const list = comments('watch-zh-2026', (page) => {
      page
        .querySelector('#published-time-text')
        ?.insertAdjacentHTML('beforeend', '<a href="/watch?v=wwwwwwwww01&lc=UgzTw09aaaaaaaaaaaaaaaaa"></a>');
    });
    expect(list[0]?.id).toBeNull();
    expect(JSON.stringify(list)).not.toMatch(/linxiang|songyuan/);
  });

  test('the channel’s own view offers a heart on every comment: only given ones count', () => {
    const list = comments('watch-zh-2026', (page) => {
      for (const heart of page.querySelectorAll('#creator-heart')) {
        if (!heart.children.length)
          heart.innerHTML = '<ytd-creator-heart-renderer><button id="creator-heart-button"></button></ytd-creator-heart-renderer>';
      }
    });
    expect(list.map((comment) => comment.likedByAccount)).toEqual([false, true, false, false]);
  });
});
