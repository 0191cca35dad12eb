import { describe, expect, test } from 'vitest';
import { weightsOf } from '../../lib/audits/presets';
import { type AuditSettings, audit, isSound, recompute, reweighted } from '../../lib/audits/run';
import { auditJson } from '../../lib/exports/audit-json';
import type { PicturedCapture } from '../../lib/model/picture';
import { savedRunSchema } from '../../lib/store/run-schema';
import { CAPTURED, example } from './worked-example';

const settings: AuditSettings = { brandId: 'own', network: 'instagram', industry: 'food_beverage', now: CAPTURED, preset: 'awareness' };
const without = audit(example, settings);
const DAY = 86_400_000;

const picture = (snapshotId: string, postKeys: string[], change: Partial<PicturedCapture> = {}): PicturedCapture => ({
  ...{ snapshotId, accountKey: without.inputs.accounts[0] ?? '', network: 'instagram', url: 'https://www.instagram.com/marque/' },
  ...{
    takenAt: CAPTURED - DAY,
    adapter: 1,
    type: 'image/webp',
    width: 8,
    height: 4,
    size: 9,
    sha256: `hash of ${snapshotId}`,
    edited: null,
  },
  ...{ surface: 'profile', postKeys, ...change },
});
const find = (run: typeof without, id: string) => run.findings.find(({ criterion }) => criterion === id);
const hashes = (run: typeof without, id: string) => find(run, id)?.pictures?.map(({ sha256 }) => sha256);
const [post = ''] = find(without, 'engagement')?.evidence ?? [];

describe('a finding', () => {
  test('names the pictures of captures that saw its posts, by their hashes, newest first', () => {
    const pictures = [picture('old', [post], { takenAt: CAPTURED - 9 * DAY }), picture('new', [post, 'x:1']), picture('other', ['x:1'])];
    const run = audit({ ...example, pictures }, settings);
    expect(find(run, 'engagement')?.pictures).toEqual([
      { sha256: 'hash of new', snapshotId: 'new', takenAt: CAPTURED - DAY },
      { sha256: 'hash of old', snapshotId: 'old', takenAt: CAPTURED - 9 * DAY },
    ]);
    const named = new Set(run.findings.flatMap(({ pictures: own = [] }) => own.map(({ snapshotId }) => snapshotId)));
    for (const { evidence, pictures: own } of run.findings)
      expect(own === undefined).toBe(!evidence.some((key) => key === post || key === run.inputs.accounts[0]));
    expect(named.has('new')).toBe(true);
  });

  test('about an account names pictures of its profile, and none of a post’s page or of another account', () => {
    const pictures = [
      picture('profile', []),
      picture('post', [], { surface: 'post' }),
      picture('damaged', [], { surface: null }),
      picture('rival', [], { accountKey: 'instagram:rival' }),
    ];
    const run = audit({ ...example, pictures }, settings);
    expect(find(run, 'profile')?.evidence).toEqual(run.inputs.accounts);
    expect(hashes(run, 'profile')).toEqual(['hash of profile']);
  });

  test('knows nothing of pictures taken after its audit, and at most twelve', () => {
    const pictures = Array.from({ length: 30 }, (_, i) => picture(`p${i}`, [post], { takenAt: CAPTURED + (5 - i) * DAY }));
    const own = hashes(audit({ ...example, pictures }, settings), 'engagement');
    expect([own?.length, own?.[0]]).toEqual([12, 'hash of p5']);
  });
});

describe('an audit with pictures', () => {
  const run = audit({ ...example, pictures: [picture('a', [post])] }, settings);

  test('has the figures of one without', () => {
    const bare = run.findings.map(({ pictures: _, ...finding }) => finding);
    expect({ ...run, findings: bare }).toEqual(without);
    expect(audit({ ...example, pictures: [] }, settings)).toEqual(without);
  });

  test('can be computed again, with its pictures and when they are gone', () => {
    for (const data of [example, { ...example, pictures: [picture('a', [post])] }])
      expect(recompute(run, data)).toMatchObject({ same: true, lost: 0 });
    expect(recompute(without, { ...example, pictures: [picture('a', [post])] }).same).toBe(true);
    expect(isSound(run)).toBe(true);
  });

  test('keeps them by other weights, in audit.json and in a backup', () => {
    expect(hashes(reweighted(run, weightsOf('service'), 'service'), 'engagement')).toEqual(['hash of a']);
    expect(auditJson(run)).toContain('"sha256": "hash of a"');
    const saved = { id: 'r', run: JSON.parse(auditJson(run)) };
    expect(savedRunSchema.parse(saved)).toEqual(saved);
  });
});
