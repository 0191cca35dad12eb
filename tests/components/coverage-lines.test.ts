import './browser';

import { expect, test } from 'vitest';
import { coverageLines } from '../../components/coverage-lines';
import { capture, post } from '../store/build';

test('followers that should have been read and were not are said, in place of “every figure was read”', () => {
  const { coverage, account } = capture('a', [post('1')]);
  expect(coverageLines(coverage, 0, account)).toEqual(['1 post', 'every figure on the page was read']);
  expect(coverageLines(coverage, 0, { ...account, followers: { ...account.following, as: 'unread' } })).toEqual([
    '1 post',
    'followers unread',
  ]);
  expect(coverageLines(coverage, 0, { ...account, followers: account.following })).toContain('every figure on the page was read');
});
