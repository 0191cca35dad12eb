import { describe, expect, test } from 'vitest';
import { compareRuns } from '../../lib/audits/compare-runs';
import { weightsOf } from '../../lib/audits/presets';
import { type AuditSettings, audit, reweighted } from '../../lib/audits/run';
import { CAPTURED, example } from './worked-example';

const settings: AuditSettings = { brandId: 'own', network: 'instagram', industry: 'food_beverage', now: CAPTURED, preset: 'awareness' };
const run = audit(example, settings);

describe('what changed', () => {
  test('nothing, against itself', () => {
    expect(compareRuns(run, run)).toMatchObject({ overall: { chance: 0.5, beyondNoise: false }, because: [], criteria: [] });
  });

  test('a brand that answers everybody has changed beyond noise, its posts have not', () => {
    const answered = example.comments.map((page) => {
      const asked = page.comments.filter(({ byAccount }) => !byAccount);
      const answers = asked.map((comment) => ({
        ...comment,
        id: `${comment.id}-b`,
        byAccount: true,
        replyTo: comment.id,
        question: false,
      }));
      return { ...page, comments: [...asked, ...answers] };
    });
    const change = compareRuns(run, audit({ ...example, comments: answered }, settings));
    const sure = change.criteria.filter(({ beyondNoise }) => beyondNoise).map(({ id }) => id);
    expect(sure.sort()).toEqual(['questions', 'replyRate', 'replyTime']);
    expect(change.because).toEqual([]);
    expect(change.overall.chance).toBeGreaterThan(0.5);
  });

  test('a profile that was filled in has changed, though other items are unknown', () => {
    const filled = { ...example, accounts: example.accounts.map((account) => ({ ...account, bio: account.bio ?? '' })) };
    const empty = { ...example, accounts: example.accounts.map((account, i) => (i === 0 ? { ...account, bio: '' } : account)) };
    const change = compareRuns(audit(empty, settings), audit(filled, settings));
    expect(change.criteria).toMatchObject([{ id: 'profile', before: 75, after: 100, beyondNoise: true }]);
  });

  test('other weights are named, and another version is not compared', () => {
    const newer = {
      ...run,
      criteria: run.criteria.map((result) => (result.id === 'mix' ? { ...result, version: 2, score: 1, low: 0, high: 2 } : result)),
    };
    const change = compareRuns(run, reweighted(newer, weightsOf('leads'), 'leads'));
    expect(change.because).toEqual(['weights', 'method']);
    expect(change.criteria).toMatchObject([{ id: 'mix', otherVersion: true, beyondNoise: false }]);
  });
});
