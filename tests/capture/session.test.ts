// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { followSession } from '../../lib/capture/session';
import type { FollowState } from '../../lib/messages';
import type { Network } from '../../lib/networks/network';
import { all, attr } from '../../lib/reading/dom';
import { absent, exact } from '../../lib/reading/readings';
import { post } from '../store/build';

const toy: Network = {
  ...{ id: 'web', name: 'Toy', hosts: ['*://*/*'], version: 1, display: 'truncates', significant: 2, sharesCount: null },
  shows: { profile: ['likes'] },
  surface: () => ({ kind: 'profile', handle: 'lumen' }),
  account: () => ({ nativeId: null, handle: 'lumen', name: null, url: null, followers: absent(), following: absent(), posts: absent() }),
  posts: (page) => all(page, 'article'),
  read: (element) => post(attr(element, 'id') ?? '', { metrics: { likes: exact(1, 'label') } }),
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

it('falls silent and lets the page go when the extension was reloaded', async () => {
  document.body.innerHTML = '<article id="1"></article>';
  let [alive, sent] = [true, 0];
  const told: FollowState[] = [];
  const send = async () => {
    sent += 1;
    return { saved: false, reason: 'an orphan' } as const;
  };
  const session = followSession({ alive: () => alive, send }, (state) => told.push(state));
  session.start(toy, false);
  await settled();
  expect(told.at(-1)?.posts).toBe(1);

  alive = false;
  const before = told.length;
  document.body.insertAdjacentHTML('beforeend', '<article id="2"></article>');
  await settled();
  window.dispatchEvent(new Event('pagehide'));
  await settled();
  expect({ told: told.length, sent, ended: await session.stop() }).toEqual({ told: before, sent: 0, ended: null });
});
