import type { Criterion } from '../audit';
import { sharesAgainstPeers } from '../peer-share';
import { asksForAction } from '../texts';

/** Part of the posts that ask for something: to click, come, write, order. */
export const callToAction: Criterion = {
  ...{ id: 'callToAction', code: 'C4', category: 'content', keys: ['commerce', 'content'], weight: 2, version: 1 },
  ...{ needs: ['texts', 'reference'], scope: 'brand', effort: 'S' },
  ...sharesAgainstPeers(12, ({ postKey }, records) => {
    const text = records.get(postKey)?.text;
    return text ? asksForAction(text) : null;
  }),
};
