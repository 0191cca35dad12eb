import { describe, expect, it } from 'vitest';
import { mergePost, mergeReading } from '../../lib/capture/merge';
import { absent, exact, hidden, rounded, unread } from '../../lib/reading/readings';
import { NOW, post } from '../store/build';

describe('two layers of one metric', () => {
  const shown = rounded(8_100, 8_100, 8_199, 'text');
  it.each([
    ['an exact count sharpens a rounded one', shown, exact(8_123, 'embedded'), exact(8_123, 'embedded'), false],
    [
      'data that contradicts the page is a conflict; the exact count stands',
      shown,
      exact(9_000, 'embedded'),
      exact(9_000, 'embedded'),
      true,
    ],
    [
      'the page wins among equals: data only grows stale, which is no conflict',
      exact(10, 'label'),
      exact(9, 'embedded'),
      exact(10, 'label'),
      false,
    ],
    ['an exact page is not blurred by rounded data', exact(8_123, 'label'), shown, exact(8_123, 'label'), false],
    ['what the network hides stays hidden, whatever placeholder the data hold', hidden(), exact(3, 'embedded'), hidden(), false],
    ['what the page does not print stays absent', absent(), exact(3, 'embedded'), absent(), false],
    ['what was not read is read from the data', unread(), exact(3, 'embedded'), exact(3, 'embedded'), false],
    ['what the page leaves empty because it is hidden is hidden', unread(), hidden('embedded'), hidden('embedded'), false],
    ['no number in the data changes nothing', exact(5, 'label'), unread('embedded'), exact(5, 'label'), false],
  ])('%s', (_, page, data, reading, conflict) => {
    expect(mergeReading(page, data)).toEqual({ reading, conflict });
  });

  it('a post takes from its data what the page does not say', () => {
    const relative = { value: NOW - 5, low: NOW - 10, high: NOW, from: 'relative' as const };
    const page = post('1', { published: relative, text: '', url: null, metrics: { likes: rounded(100, 100, 199, 'text') } });
    const data = post('1', { aliases: ['alias'], metrics: { likes: exact(150, 'embedded'), views: exact(9, 'embedded') } });
    const { post: merged, conflicts } = mergePost(page, data);
    expect(conflicts).toBe(0);
    expect(merged).toMatchObject({ aliases: ['alias'], text: 'post 1', published: { from: 'id' }, url: data.url });
    expect(merged.metrics).toEqual({ likes: exact(150, 'embedded'), views: exact(9, 'embedded') });
  });

  it('what sets a post apart is the page’s to say; that it answers another, or partners, may be known to its data alone', () => {
    const flags = { pinned: false, promoted: false, repost: false, quote: false, reply: false };
    const data = post('1', {
      flags: { pinned: true, promoted: true, repost: true, quote: true, reply: true, paid: true, collaboration: true },
    });
    expect(mergePost(post('1', { flags }), data).post.flags).toEqual({ ...flags, reply: true, paid: true, collaboration: true });
    const page = post('1', { flags: { ...flags, pinned: true, reply: true } });
    expect(mergePost(page, post('1', { flags })).post.flags).toEqual({ ...flags, pinned: true, reply: true });
  });
});
