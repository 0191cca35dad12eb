import type { Criterion } from '../audit';
import { sharesAgainstPeers } from '../peer-share';

/** Part of the posts that bring somebody else in: published together, with a partner, or naming another account. */
export const associations: Criterion = {
  ...{ id: 'associations', code: 'G3', category: 'growth', keys: ['involvement', 'realLife', 'strategy'], weight: 2, version: 1 },
  ...{ needs: ['texts', 'reference'], scope: 'brand', effort: 'M' },
  ...sharesAgainstPeers(12, ({ postKey, flags }, records, { accounts }) => {
    if (flags.includes('collaboration') || flags.includes('paid')) return true;
    const record = records.get(postKey);
    if (!record) return null;
    const own = accounts.map(({ handle }) => handle?.toLowerCase());
    return (record.mentions ?? []).some((name) => !own.includes(name.toLowerCase()));
  }),
};
